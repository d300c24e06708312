import type { Tenant } from '../kit/actor.ts'
import type { ContactId, SchemeId } from '../kit/id.ts'

export const SIGN_UP_OPTIONS = ['AUTO_SIGN_UP', 'SELF_SIGN_UP', 'CLOSE_LOOP_SIGN_UP'] as const
export const SIGN_UP_METHODS = ['EMAIL_DOMAIN', 'CODE'] as const
export const SCHEME_STATES = ['ACTIVE', 'INACTIVE'] as const
export type SchemeState = (typeof SCHEME_STATES)[number]

/** How contacts come into a scheme: by themselves, by asking, or by what shows that they belong. */
export type SignUp =
  | { readonly option: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' }
  | { readonly option: 'CLOSE_LOOP_SIGN_UP'; readonly method: 'CODE' }
  | {
      readonly option: 'CLOSE_LOOP_SIGN_UP'
      readonly method: 'EMAIL_DOMAIN'
      /** In lower case, at least one. */
      readonly emailDomains: readonly string[]
    }

/** Groups offers for those who take part in it. */
export interface Scheme {
  readonly id: SchemeId
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly signUp: SignUp
  readonly state: SchemeState
  readonly createdAt: Date
}

/** That a contact signed up or out; who never did either has none. */
export interface Membership {
  readonly tenant: Tenant
  readonly contact: ContactId
  readonly scheme: SchemeId
  readonly state: 'IN' | 'OUT'
}

/** Whether the offers of the scheme are for this contact now: those of an inactive scheme are for nobody. */
export function isMember(
  scheme: Pick<Scheme, 'signUp' | 'state'>,
  membership: Pick<Membership, 'state'> | undefined,
): boolean {
  return scheme.state === 'ACTIVE' && isSignedUp(scheme, membership)
}

/** Whether the contact takes part, be the scheme active or not. */
export function isSignedUp(
  { signUp }: Pick<Scheme, 'signUp'>,
  membership: Pick<Membership, 'state'> | undefined,
): boolean {
  if (signUp.option === 'AUTO_SIGN_UP') return membership?.state !== 'OUT'
  return membership?.state === 'IN'
}

/** A subdomain is another domain: who has an address at mail.acme.example is not of acme.example. */
export function isAtDomain(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}
