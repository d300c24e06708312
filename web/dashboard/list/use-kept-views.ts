import { useSyncExternalStore } from 'react'
import type { Session } from '../../kit/session.ts'
import { useSignedIn } from '../client.ts'
import { type KeptView, readViews, withoutView, withView, writeViews } from './kept-views.ts'

const listeners = new Set<() => void>()
const read = new Map<string, { readonly text: string | null; readonly views: readonly KeptView[] }>()

/** The views that this viewer keeps in this browser: of each mode its own, as their filters name what is there only. */
export function useKeptViews() {
  const { session } = useSignedIn()
  const place = placeOf(session)
  const views = useSyncExternalStore(listen, () => viewsAt(place))
  const write = (next: readonly KeptView[]) => {
    localStorage.setItem(place, writeViews(next))
    for (const changed of listeners) changed()
  }
  return {
    views,
    keep: (view: KeptView) => write(withView(viewsAt(place), view)),
    forget: (view: KeptView) => write(withoutView(viewsAt(place), view)),
  }
}

/** A key is nobody: whoever looks with one shares the views of this browser. */
function placeOf({ mode, staff }: Session): string {
  return ['tillback.views', mode, ...(staff === undefined ? [] : [staff])].join('.')
}

function viewsAt(place: string): readonly KeptView[] {
  const text = localStorage.getItem(place)
  const before = read.get(place)
  if (before?.text === text) return before.views
  const views = readViews(text)
  read.set(place, { text, views })
  return views
}

/** Also what another tab keeps. */
function listen(changed: () => void): () => void {
  listeners.add(changed)
  addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    removeEventListener('storage', changed)
  }
}
