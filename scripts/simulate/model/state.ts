import type { Line } from './rules.ts'
import { sumOf } from './rules.ts'

export interface Lot {
  /** Which award of which purchase it is of: no two lots have the same. */
  readonly key: string
  /** Older lots first. */
  order: number
  readonly pool: string
  remaining: number
  expired: number
  /** Money that was paid in or given by somebody repays no debt. */
  readonly isAward: boolean
  /** What of its award repaid debts. */
  repaid: number
  readonly available: number
  expires: number
}

/** Of an award, clawed back after it was spent; what came back to its lot since is not in it. */
export interface Claim {
  readonly lot: string
  /** The lots that were there already: only later awards repay it. */
  readonly older: readonly string[]
  standing: number
}

export interface Wallet {
  readonly lots: Lot[]
  /** The oldest first. */
  readonly claims: Claim[]
}

export interface Award {
  readonly offer: string
  readonly amount: number
  readonly instant: boolean
  readonly keeps: boolean
  /** What of it belongs to each line. */
  readonly shares: readonly number[]
  taken: number
}

export interface Spend {
  readonly lot: string
  readonly amount: number
  readonly shares: readonly number[]
  back: number
}

/** LIMIT: goes back with the award. VISIT: goes back with the last of the goods that it is of. */
export interface Counting {
  readonly of: 'LIMIT' | 'VISIT'
  readonly offer: string
  readonly key: string
  readonly amount: number
  readonly uses: number
  readonly shares: readonly number[]
}

export interface Purchase {
  readonly reference: string
  readonly contact: string | null
  readonly venue: string
  readonly date: number
  readonly lines: readonly Line[]
  readonly awards: readonly Award[]
  readonly spends: readonly Spend[]
  readonly counted: readonly Counting[]
  /** Pieces of each line that came back. */
  readonly pieces: number[]
  isVoid: boolean
  readonly text: string
  /** What the till sent: the same number with other content is refused. */
  readonly content: string
}

export interface EarlyReturn {
  readonly reference: string
  readonly products: readonly Pieces[]
}

export interface Pieces {
  readonly line: number
  readonly quantity: number
}

export interface Early {
  returns: readonly EarlyReturn[]
  isVoid: boolean
}

export interface Counter {
  readonly amount: number
  readonly uses: number
}

export interface Topup {
  readonly contact: string
  readonly amount: number
  isVoid: boolean
}

/** A one-time code. */
export interface Token {
  readonly contact: string
  /** null: as much as possible. */
  readonly amount: number | null
  readonly expires: number
  isUsed: boolean
  isReplaced: boolean
}

export interface State {
  now: number
  wallets: Map<string, Wallet>
  purchases: Map<string, Purchase>
  /** By reference number, with the answer where it is known. */
  returns: Map<string, string | null>
  counters: Map<string, Counter>
  /** What came before its purchase. */
  early: Map<string, Early>
  topups: Map<string, Topup>
  /** Reference numbers of what contacts gave each other. */
  transfers: Set<string>
  tokens: Map<string, Token>
  /** By what makes a claim the same again: those that were awarded. */
  claims: Set<string>
  lots: number
}

export function emptyState(now: number): State {
  return {
    now,
    wallets: new Map(),
    purchases: new Map(),
    returns: new Map(),
    counters: new Map(),
    early: new Map(),
    topups: new Map(),
    transfers: new Set(),
    tokens: new Map(),
    claims: new Set(),
    lots: 0,
  }
}

/** A state that can be tried on: what is done to it does not touch the first. */
export function copyOf(state: State): State {
  return structuredClone(state)
}

export function walletOf(state: State, contact: string): Wallet {
  const wallet = state.wallets.get(contact) ?? { lots: [], claims: [] }
  state.wallets.set(contact, wallet)
  return wallet
}

/** What the contact owes. */
export function debtOf({ lots, claims }: Wallet): number {
  return sumOf(claims.map(({ standing }) => standing)) - sumOf(lots.map(({ repaid }) => repaid))
}

export function lotOf({ lots }: Wallet, key: string): Lot {
  const lot = lots.find((each) => each.key === key)
  if (!lot) throw new Error(`the model has no lot ${key}`)
  return lot
}

export function isSpendable({ remaining, available, expires }: Lot, at: number): boolean {
  return remaining > 0 && available <= at && expires > at
}

export function spendable({ lots }: Wallet, at: number): number {
  return sumOf(lots.filter((lot) => isSpendable(lot, at)).map(({ remaining }) => remaining))
}

export function counterOf(state: State, key: string): Counter {
  return state.counters.get(key) ?? { amount: 0, uses: 0 }
}

export function count(state: State, key: string, { amount, uses }: Counter): void {
  const before = counterOf(state, key)
  state.counters.set(key, { amount: before.amount + amount, uses: before.uses + uses })
}

/** What has expired by now leaves its lots. */
export function expire(state: State): void {
  for (const { lots } of state.wallets.values()) {
    for (const lot of lots) {
      if (lot.expires > state.now) continue
      lot.expired += lot.remaining
      lot.remaining = 0
    }
  }
}
