import { type Actor, SCOPES, type Scope } from '../kit/actor.ts'

export const ROLES = ['OWNER', 'MANAGER', 'MARKETER', 'CLERK', 'DEVELOPER', 'AUDITOR'] as const
export type Role = (typeof ROLES)[number]

export interface RoleTerms {
  readonly says: string
  readonly scopes: readonly ('*' | Scope)[]
  /** Whatever its scopes are for, it changes nothing but its own password, second factor and sessions. */
  readonly readsOnly?: true
}

const READING = SCOPES.filter((scope) => scope.endsWith(':read'))
/** What connects the business with machines and banks, which is not the daily business. */
const CONNECTING: readonly Scope[] = [
  'keys:write',
  'webhooks:write',
  'products:configure',
  'orders:configure',
  'payouts:configure',
]

/** What each role may do; the README has it as a table, and a test holds the two together. */
export const TERMS_OF: Readonly<Record<Role, RoleTerms>> = {
  OWNER: { says: 'Everything, owners and their rights among it.', scopes: ['*'] },
  MANAGER: {
    says: 'The whole daily business and its staff; not keys, webhooks, feeds, adaptors and payout providers.',
    scopes: SCOPES.filter((scope) => !CONNECTING.includes(scope)),
  },
  MARKETER: {
    says: 'Offers, passes, pools, products and messages; sees purchases, contacts and reports.',
    scopes: [
      ...READING.filter(
        (scope) =>
          !['keys:read', 'users:read', 'audit:read', 'requests:read', 'webhooks:read'].includes(scope),
      ),
      'offers:write',
      'passes:write',
      'products:write',
      'communications:write',
    ],
  },
  CLERK: {
    says: 'Contacts and what happens at the counter: purchases, returns, claims, passes, top-ups, orders; asks for adjustments.',
    scopes: [
      'purchases:read',
      'purchases:write',
      'claims:read',
      'claims:write',
      'contacts:read',
      'contacts:write',
      'contacts:reveal',
      'wallets:read',
      'topups:read',
      'topups:write',
      'passes:read',
      'passes:write',
      'adjustments:read',
      'adjustments:write',
      'tokens:read',
      'tokens:write',
      'orders:read',
      'orders:write',
      'organisations:read',
      'offers:read',
      'products:read',
      'communications:read',
    ],
  },
  DEVELOPER: {
    says: 'Keys, webhooks, feeds, adaptors and all that a till or shop does, so that it can be given to their keys; no payouts, adjustments or staff.',
    scopes: [
      ...READING.filter(
        (scope) => !['users:read', 'ledger:read', 'reports:read', 'adjustments:read'].includes(scope),
      ),
      'keys:write',
      'webhooks:write',
      'products:configure',
      'orders:configure',
      'purchases:write',
      'claims:write',
      'contacts:write',
      'tokens:write',
      'passes:write',
      'topups:write',
      'orders:write',
      'products:write',
      'products:configure',
      'processes:write',
      'test_helpers:write',
    ],
  },
  AUDITOR: { says: 'Sees everything and changes nothing.', scopes: READING, readsOnly: true },
}

/** Nobody gives a role that may do more than they, nor touches somebody who has one. */
export function mayGive(actor: Actor, role: Role): boolean {
  const { scopes } = TERMS_OF[role]
  return actor.scopes.has('*') || scopes.every((scope) => actor.scopes.has(scope))
}
