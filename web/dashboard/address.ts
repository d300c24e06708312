/** Where the dashboard is served. */
export const HERE = '/dashboard/'

/** The views as they stand in the rail, in groups. */
export const RAIL = {
  business: [
    'home',
    'purchases',
    'contacts',
    'payouts',
    'offers',
    'products',
    'orders',
    'venues',
    'reports',
    'ledger',
  ],
  developers: ['keys', 'webhooks', 'requests', 'events', 'tools'],
  administration: ['syncs', 'audit', 'settings', 'team'],
} as const

export type Group = keyof typeof RAIL
export type View = (typeof RAIL)[Group][number]

export const VIEWS: readonly View[] = Object.values(RAIL).flat()

/** Where the viewer is: everything that reload, back and a shared link bring back. */
export interface Address {
  readonly view: View
  readonly page: number
  /** What the view shows whole, on a page of its own. */
  readonly id?: string | undefined
  /** The row whose panel is open beside the list. */
  readonly open?: string | undefined
  /** The part of the view that is shown. */
  readonly tab?: string | undefined
  /** The venue to which the whole dashboard is narrowed. An address without this name leads where the viewer is narrowed to. */
  readonly scope?: string | undefined
  /** What the list is narrowed to, by the names of the filters. */
  readonly filters: Filters
}

export type Filters = Readonly<Record<string, string>>

const OWN = ['view', 'page', 'id', 'open', 'tab', 'scope']

export function readAddress(query: string): Address {
  const given = new URLSearchParams(query)
  const page = Number(given.get('page') ?? '1')
  const filters = [...given].filter(([name, value]) => !OWN.includes(name) && value !== '')
  return {
    view: VIEWS.find((view) => view === given.get('view')) ?? 'home',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    id: given.get('id') || undefined,
    open: given.get('open') || undefined,
    tab: given.get('tab') || undefined,
    scope: given.get('scope') || undefined,
    filters: Object.fromEntries(filters),
  }
}

/** What home needs is nothing, so the plain address shows it. */
export function writeAddress({ view, page, id, open, tab, scope, filters }: Address): string {
  const query = new URLSearchParams()
  if (view !== 'home') query.set('view', view)
  if (id !== undefined) query.set('id', id)
  if (tab !== undefined) query.set('tab', tab)
  for (const [name, value] of Object.entries(filters)) if (value !== '') query.set(name, value)
  if (scope !== undefined) query.set('scope', scope)
  if (page > 1) query.set('page', String(page))
  if (open !== undefined) query.set('open', open)
  return query.size === 0 ? HERE : `${HERE}?${query}`
}

export function viewOf(view: View, more: Partial<Address> = {}): Address {
  return { view, page: 1, filters: {}, ...more }
}

/** The same place, without a word on the venue: it is looked at wherever the viewer is narrowed to. */
export function anywhere({ scope: _, ...address }: Address): Address {
  return address
}

/** The same list with other filters: from its first page, with nothing opened. */
export function filtered(address: Address, changes: Filters): Address {
  const filters = Object.entries({ ...address.filters, ...changes }).filter(([, value]) => value !== '')
  return { ...address, page: 1, open: undefined, filters: Object.fromEntries(filters) }
}
