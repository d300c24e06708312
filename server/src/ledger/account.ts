import type { Event } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type AccountId, derivedId, idOf } from '../kit/id.ts'

/**
 * The chart of accounts. A wallet has the CONTACT_ accounts; an organisation has the others. A balance is what flowed in less
 * what flowed out, so what a funder gave stands negative on its FUNDER account and positive in a wallet, and all sum to zero.
 */
export type AccountKind =
  | 'CONTACT_OPEN'
  | 'CONTACT_COMMERCE'
  | 'CONTACT_DEBT'
  | 'CONTACT_BLOCKED'
  | 'FUNDER'
  | 'ACCEPTOR'
  | 'PAYOUT_CLEARING'
  | 'PAID_OUT'
  | 'TOPUP_CLEARING'
  | 'PASS_CLEARING'
  | 'IN_TRANSIT'
  | 'BREAKAGE'
  | 'ADJUSTMENT'

/** Names one account. The lane stripes accounts that many purchases touch; a wallet's accounts have lane 0 only. */
export interface AccountRef {
  readonly tenant: Tenant
  readonly kind: AccountKind
  readonly owner: string
  readonly currency: string
  readonly lane: number
}

export interface AccountState {
  readonly ref: AccountRef
  readonly id: AccountId
  balance: bigint
  /** Number of the account's last entry; the next is one more. */
  seq: bigint
  /** The hash of that entry, in hex; before the first, the hash that names the account (`openingHead`). */
  head: string
}

export const LANES = 16

export function contactAccount(
  kind: 'CONTACT_OPEN' | 'CONTACT_COMMERCE' | 'CONTACT_DEBT' | 'CONTACT_BLOCKED',
  wallet: { readonly tenant: Tenant; readonly id: string; readonly currency: string },
): AccountRef {
  return { tenant: wallet.tenant, kind, owner: wallet.id, currency: wallet.currency, lane: 0 }
}

export function houseAccount(
  kind: Exclude<AccountKind, `CONTACT_${string}`>,
  owner: {
    readonly tenant: Tenant
    readonly organisation: string
    readonly currency: string
    readonly lane: number
  },
): AccountRef {
  return { tenant: owner.tenant, kind, owner: owner.organisation, currency: owner.currency, lane: owner.lane }
}

/** The account that holds a lot's money now: whoever earned it, a wallet that was merged into another is not asked. */
export function pocketOf(lot: {
  readonly tenant: Tenant
  readonly wallet: string
  readonly pool: string | null
  readonly currency: string
}): AccountRef {
  const { tenant, wallet: id, pool, currency } = lot
  return contactAccount(pool === null ? 'CONTACT_OPEN' : 'CONTACT_COMMERCE', { tenant, id, currency })
}

/** Where money of a lot is while it is set aside, such as for an order. */
export function blockedAccount(lot: {
  readonly tenant: Tenant
  readonly wallet: string
  readonly currency: string
}): AccountRef {
  const { tenant, wallet: id, currency } = lot
  return contactAccount('CONTACT_BLOCKED', { tenant, id, currency })
}

/** Where money of a lot goes when it expires: back to who gave it; money that nobody gave, to the business. */
export function breakageAccount(
  lot: { readonly tenant: number; readonly funder: string | null; readonly currency: string },
  business: string,
): AccountRef {
  const { tenant, currency } = lot
  return houseAccount('BREAKAGE', { tenant, organisation: lot.funder ?? business, currency, lane: 0 })
}

/** One event for each wallet of which an account moved. */
export function walletsChanged(accounts: readonly AccountState[], at: Date): Event[] {
  const refs = accounts.map(({ ref }) => ref).filter(isContactAccount)
  const wallets = new Map(refs.map(({ tenant, owner }) => [owner, tenant]))
  return [...wallets].map(([entity, tenant]) => ({ tenant, type: 'wallet.changed', entity, at }))
}

export function isContactAccount({ kind }: AccountRef): boolean {
  return kind.startsWith('CONTACT_')
}

const CONTACT_DIGITS = {
  CONTACT_OPEN: 'a',
  CONTACT_COMMERCE: 'b',
  CONTACT_DEBT: 'c',
  CONTACT_BLOCKED: 'd',
} as const

const known = new Map<string, AccountId>()

/** The id follows from the name, so that nobody needs to look it up and two processes open the same account. */
export function accountId({ tenant, kind, owner, currency, lane }: AccountRef): AccountId {
  // A wallet has one currency and its id is ours (UUIDv7): its accounts are the same id as version 8 with a digit for the kind,
  // so they also lie beside each other in the index.
  if (
    kind === 'CONTACT_OPEN' ||
    kind === 'CONTACT_COMMERCE' ||
    kind === 'CONTACT_DEBT' ||
    kind === 'CONTACT_BLOCKED'
  ) {
    return idOf<AccountId>(`${owner.slice(0, 14)}8${CONTACT_DIGITS[kind]}${owner.slice(16)}`)
  }
  const key = `${tenant}|${owner}|${kind}|${currency}|${lane}`
  const id = known.get(key) ?? derivedId<AccountId>('account', key)
  known.set(key, id)
  return id
}
