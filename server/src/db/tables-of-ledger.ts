import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

/** The books: accounts, transfers, lots. */

export interface AccountsTable {
  tenant: Tenant
  id: string
  kind: string
  owner_id: string
  currency: string
  lane: Generated<number>
  balance: Generated<bigint>
  closed: Generated<boolean>
  seq: Generated<bigint>
  head: Buffer
}

export interface TransfersTable {
  tenant: Tenant
  journal_id: string
  line: number
  kind: string
  amount: bigint
  currency: string
  from_account: string
  from_seq: bigint
  from_balance: bigint
  to_account: string
  to_seq: bigint
  to_balance: bigint
  lot_id: string | null
  reverses: number | null
  at: Created
  from_hash: Buffer
  to_hash: Buffer
}

export interface LotsTable {
  tenant: Tenant
  id: string
  wallet_id: string
  pool_id: string | null
  amount: bigint
  remaining: bigint
  expired: Generated<bigint>
  currency: string
  available_at: Date
  expires_at: Date | null
  funder_id: string | null
  offer_id: string | null
  offer_version: number | null
  journal_id: string
  created_at: Created
}

/** What was clawed back from a lot after its money had been used. */
export interface DebtsTable {
  tenant: Tenant
  id: string
  wallet_id: string
  lot_id: string
  amount: bigint
  returned: Generated<bigint>
  relieved: Generated<bigint>
  made_at: Date
}

/** What of a debt was repaid by an award. */
export interface DebtRepaymentsTable {
  tenant: Tenant
  debt_id: string
  lot_id: string
  amount: bigint
}

/** Which open lot came of which commerce lot. */
export interface RedeemsTable {
  tenant: Tenant
  lot_id: string
  from_lot_id: string
  purchase_id: string
  amount: bigint
  undone: Generated<bigint>
}

/** One hash over every account that changed since the seal before. */
export interface LedgerSealsTable {
  tenant: Tenant
  number: number
  at: Date
  accounts: number
  previous: Buffer
  hash: Buffer
}

export interface LedgerSealHeadsTable {
  tenant: Tenant
  account_id: string
  seq: bigint
  number: number
  head: Buffer
}
