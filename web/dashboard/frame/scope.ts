import type { Address } from '../address.ts'

/** What of a page is narrowed to the venue that was chosen: its list, a part of it, or nothing. */
export type Reach = 'list' | 'home' | 'tills' | 'one' | 'none'

/** Whatever the page is of, by its place; a page on which the venue says nothing says so. */
export function reachOf({ view, id, tab }: Pick<Address, 'view' | 'id' | 'tab'>): Reach {
  if (view === 'home') return 'home'
  if (view === 'purchases' && id !== undefined) return 'one'
  if (view === 'purchases' || view === 'orders') return 'list'
  if (view === 'venues' && tab === 'tills') return 'tills'
  return 'none'
}

/** The venue to which the list of the page is narrowed, if it is. */
export function venueOf(address: Address): string | undefined {
  const reach = reachOf(address)
  return reach === 'list' || reach === 'tills' ? address.scope : undefined
}
