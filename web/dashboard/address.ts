/** Where the dashboard is served. */
export const HERE = '/dashboard/'

export const VIEWS = ['purchases', 'wallets', 'ledger'] as const
export type View = (typeof VIEWS)[number]

/** Where the viewer is: everything that reload, back and a shared link bring back. */
export interface Address {
  readonly view: View
  readonly page: number
  /** The purchase whose panel is open. */
  readonly purchase?: string | undefined
  /** The contact whose wallet is open. */
  readonly contact?: string | undefined
  /** What is sought among contacts. */
  readonly search?: string | undefined
}

export function readAddress(query: string): Address {
  const given = new URLSearchParams(query)
  const page = Number(given.get('page') ?? '1')
  return {
    view: VIEWS.find((view) => view === given.get('view')) ?? 'purchases',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    purchase: given.get('purchase') || undefined,
    contact: given.get('contact') || undefined,
    search: given.get('search') || undefined,
  }
}

/** What the first page of purchases needs is nothing, so the plain address shows it. */
export function writeAddress({ view, page, purchase, contact, search }: Address): string {
  const query = new URLSearchParams()
  if (view !== 'purchases') query.set('view', view)
  if (page > 1) query.set('page', String(page))
  if (purchase !== undefined) query.set('purchase', purchase)
  if (contact !== undefined) query.set('contact', contact)
  if (search !== undefined && search !== '') query.set('search', search)
  return query.size === 0 ? HERE : `${HERE}?${query}`
}

export function viewOf(view: View, more: Partial<Address> = {}): Address {
  return { view, page: 1, ...more }
}
