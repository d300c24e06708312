/** Where passkeys are good: a domain, and the pages and apps of it that may ask for them. */
export interface RelyingParty {
  readonly domain: string
  readonly origins: readonly string[]
}

/** Without a domain of its own an installation is tried on the machine it runs on, at whichever port. */
export const ON_THIS_MACHINE: RelyingParty = { domain: 'localhost', origins: [] }

const LOCAL = /^http:\/\/localhost(:\d{1,5})?$/

/** From where the device may have been asked, which says itself where it was. */
export function originsFor({ domain, origins }: RelyingParty, said: string): string[] {
  return domain === ON_THIS_MACHINE.domain && LOCAL.test(said) ? [...origins, said] : [...origins]
}
