import { useSyncExternalStore } from 'react'

export const VIEWS = ['wallet', 'offers', 'scan', 'orders', 'inbox', 'activity', 'me'] as const
export type View = (typeof VIEWS)[number]
/** Those of the bar at the bottom, in its order. */
export const BAR = ['wallet', 'offers', 'scan', 'orders', 'inbox'] as const

const HERE = '/shopper/'

/** Where the viewer is, as it stands in the address: reload, back and links bring it back. */
export interface Place {
  readonly view: View
  /** What of the view is open: a purchase, an offer, a venue. */
  readonly of?: string | undefined
}

export function readPlace(query: string): Place {
  const given = new URLSearchParams(query)
  return {
    view: VIEWS.find((view) => view === given.get('view')) ?? 'wallet',
    of: given.get('of') || undefined,
  }
}

export function writePlace({ view, of }: Place): string {
  const query = new URLSearchParams()
  if (view !== 'wallet') query.set('view', view)
  if (of !== undefined) query.set('of', of)
  return query.size === 0 ? HERE : `${HERE}?${query}`
}

const listeners = new Set<() => void>()
let read: { query: string; place: Place } = { query: '', place: { view: 'wallet' } }

export function usePlace(): Place {
  return useSyncExternalStore(listen, current)
}

export function go(to: Place): void {
  history.pushState(null, '', writePlace(to))
  scrollTo(0, 0)
  for (const changed of listeners) changed()
  goToContent()
}

/** Those who do not see the page are told where they are. */
export function goToContent(): void {
  requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }))
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  addEventListener('popstate', changed)
  return () => {
    listeners.delete(changed)
    removeEventListener('popstate', changed)
  }
}

function current(): Place {
  if (read.query !== location.search) read = { query: location.search, place: readPlace(location.search) }
  return read.place
}
