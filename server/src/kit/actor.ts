import type { ApiKeyId, ContactId, OrganisationId, UserId } from './id.ts'

export type Mode = 'LIVE' | 'TEST'

/** A business in one mode, the first column of every key. The two modes of a business never share a row. */
export type Tenant = number

/** What a key or a person may do. `*` stands for everything. */
export const SCOPES = [
  'purchases:read',
  'purchases:write',
  'claims:read',
  'claims:write',
  'claims:approve',
  'contacts:read',
  'contacts:write',
  'contacts:reveal',
  'wallets:read',
  'wallets:write',
  'topups:read',
  'topups:write',
  'passes:read',
  'passes:write',
  'transfers:read',
  'transfers:write',
  'adjustments:read',
  'adjustments:write',
  'adjustments:approve',
  'tokens:read',
  'tokens:write',
  'organisations:read',
  'organisations:write',
  'offers:read',
  'offers:write',
  'products:read',
  'products:write',
  'products:configure',
  'orders:read',
  'orders:write',
  'orders:configure',
  'users:read',
  'users:write',
  'audit:read',
  'requests:read',
  'keys:read',
  'keys:write',
  'ledger:read',
  'reports:read',
  'reports:write',
  'payouts:read',
  'payouts:write',
  'payouts:configure',
  'communications:read',
  'communications:write',
  'webhooks:read',
  'webhooks:write',
  'promotions:read',
  'promotions:write',
  'test_helpers:read',
  'test_helpers:write',
  'processes:read',
  'processes:write',
] as const
export type Scope = (typeof SCOPES)[number]

/** Who is calling: read once from the key or token, carried by every command. */
export interface Actor {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
  readonly by:
    | { readonly kind: 'key'; readonly id: ApiKeyId }
    | { readonly kind: 'user'; readonly id: UserId; readonly session?: string }
    /** A shopper who signed in: has no scope, and touches their own only. */
    | { readonly kind: 'contact'; readonly id: ContactId; readonly session: string }
    | { readonly kind: 'nobody' }
  readonly scopes: ReadonlySet<string>
  /** A till's key sees and touches only this merchant or venue; undefined: the whole business. */
  readonly within: OrganisationId | undefined
  /** An auditor changes nothing, whatever the scopes are for. */
  readonly readsOnly?: true
  /** The audit log compares what stands there, and keeps no value of it: nothing is masked to it. */
  readonly isWitness?: true
}

export function may(actor: Actor, scope: Scope): boolean {
  return actor.scopes.has('*') || actor.scopes.has(scope)
}

/** The caller of a public endpoint: no tenant has this number, and no scope is held. */
export const nobody: Actor = {
  tenant: 0,
  business: '' as OrganisationId,
  mode: 'TEST',
  by: { kind: 'nobody' },
  scopes: new Set(),
  within: undefined,
}
