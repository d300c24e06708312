import type { FoundContact } from '../contacts/index.ts'
import type { Basket, CounterBook } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { AccountId, ContactId, OrganisationId, PoolId, TokenId, WalletId } from '../kit/id.ts'
import type { AccountState, DebtBook, Lot } from '../ledger/index.ts'
import type { FoundPass } from '../passes/index.ts'
import type { LearntGroup, LearntProduct } from '../products/index.ts'
import type { SpendPreference, SpendToken } from '../tokens/index.ts'
import type { WalletLimits } from '../wallets/index.ts'
import type { Catalogue, Classification } from './catalogue.ts'
import type { EarlyUndo } from './early-undo.store.ts'
import type { Purchase, PurchaseLine } from './purchase.ts'

/** A wallet as deciding sees it: what may be spent now, and what the contact owes. */
export interface WalletFacts {
  open: bigint
  commerce: bigint
  debt: bigint
}

/** An earlier answer under an idempotency key. */
export interface StoredReply {
  readonly hash: Buffer
  readonly status: number
  readonly text: string
}

/** Who buys and what, once it was looked up. */
export interface Buyer {
  readonly contact: FoundContact
  readonly basket: Basket
}

/** What the group's purchases taught: written only for purchases that are posted. */
export interface Learnt {
  readonly products: Map<string, LearntProduct>
  /** Families and brands that new products name; `isNew` where nobody has entered them. */
  readonly groups: Map<string, LearntGroup & { readonly isNew: boolean }>
  readonly classifications: Map<string, Classification & { readonly tenant: Tenant }>
}

/**
 * Everything that deciding a group of purchases looks at. It is read and locked once for the group and then moves with every
 * decision, so that each purchase sees the effects of those before it.
 */
export interface Facts {
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
  /** At the position of each command: the contacts its key names. */
  readonly contacts: readonly (readonly FoundContact[])[]
  /** At the position of each command: its lines with their products. */
  readonly lines: readonly (readonly PurchaseLine[])[]
  readonly baskets: readonly (Basket | undefined)[]
  /** At the position of each command: the pass that its code names. */
  readonly passes: readonly (FoundPass | undefined)[]
  readonly learnt: Learnt
  readonly accounts: Map<AccountId, AccountState>
  readonly wallets: Map<WalletId, WalletFacts>
  readonly lots: Map<WalletId, Lot[]>
  /** Of each wallet with debts and something that was undone before it came: the lots that settling its debts may move. */
  readonly settling: ReadonlyMap<WalletId, readonly Lot[]>
  /** Of each wallet that owes: its debts as they were read, and as they are now. */
  readonly debts: Map<WalletId, { readonly before: DebtBook; readonly now: DebtBook }>
  readonly tokens: Map<TokenId, SpendToken>
  readonly preferences: Map<ContactId, SpendPreference>
  /** Of each wallet: the pools that their contacts switched on. */
  readonly activated: ReadonlyMap<WalletId, ReadonlySet<PoolId>>
  /** Of wallets that may pay, in businesses that limit any: their rules and what counts against them. */
  readonly limits: Map<string, WalletLimits>
  readonly counters: CounterBook
  readonly byReference: Map<string, Purchase>
  readonly byId: Map<string, Purchase>
  readonly replies: Map<string, StoredReply>
  /** By the name of a purchase: voids and returns that came before it. */
  readonly early: Map<string, readonly EarlyUndo[]>
}

export function referenceKey(tenant: Tenant, merchant: OrganisationId, referenceNumber: string): string {
  return `${tenant}|${merchant}|${referenceNumber}`
}

export function nameKey(tenant: Tenant, name: string): string {
  return `${tenant}|${name}`
}
