/**
 * Whether this page stands in a frame of another of ours, the only ones that the server lets show it: the test tools have the till and the
 * app of customers beside each other.
 */
export const isBeside = globalThis.self !== globalThis.top

/** Where a page keeps what is of this device; in a frame it is of this tab, and what the device itself keeps stays as it is. */
export function ownStorage(): Storage {
  return isBeside ? sessionStorage : localStorage
}

export const BESIDE = '-beside'

/** The name under which a page keeps what is of this tab: a frame shares the storage of whoever shows it. */
export function ofTab(name: string): string {
  return isBeside ? `${name}${BESIDE}` : name
}

/** Under which names whoever opens the frames hands over who is signed in; never in an address. */
export const HANDED = { till: `tillback.session${BESIDE}`, shopper: 'tillback.shopper.session' } as const
