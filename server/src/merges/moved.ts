import type { MergeTrace } from '../ledger/index.ts'

/** What belongs to a contact by a column that names them or their wallet, and goes over as it is. */
export const BELONGINGS = [
  { table: 'claims', owner: 'contact_id' },
  { table: 'contact_notes', owner: 'contact_id' },
  { table: 'devices', owner: 'contact_id' },
  { table: 'communications', owner: 'contact_id' },
  { table: 'passes', owner: 'contact_id' },
  { table: 'payment_methods', owner: 'contact_id' },
  { table: 'passkeys', owner: 'subject_id' },
  { table: 'sessions', owner: 'subject_id' },
  { table: 'payouts', owner: 'wallet_id' },
] as const
export type Belonging = (typeof BELONGINGS)[number]

/** What a merge changed, so that it can be undone, and how things stood when it was done. */
export interface Moved {
  readonly belongings: Readonly<Record<string, readonly string[]>>
  /** Payment methods that were preferred. */
  readonly preferred: readonly string[]
  /** Schemes of which the contact that is left was no member before. */
  readonly schemes: readonly string[]
  /** Counters that the contact that is left did not have before. */
  readonly counters: readonly { readonly offer: string; readonly period: string }[]
  /** Whoever leads to the contact that is left since. */
  readonly contacts: readonly string[]
  /** What the contact that is left wanted to be told before; null: they had not said. */
  readonly wishes: object | null
  readonly wallets: MergeTrace
  readonly after: Standing
}

/** Of purchases and counters, what is another once something was bought, voided, returned or claimed. */
export interface Standing {
  readonly purchases: string
  readonly counters: string
}
