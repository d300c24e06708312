import type { Runner } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { sum } from '../kit/money.ts'
import { type AccountRef, type AccountState, accountId, contactAccount, pocketOf } from './account.ts'
import { reownDebts } from './debts.store.ts'
import { lockAccounts } from './ledger.store.ts'
import type { Lot } from './lot.ts'
import { blockedByLot, lotsOfWallet, reownLots, setClosed } from './merge-wallets.store.ts'
import { post } from './post.ts'
import type { Movement } from './transfer.ts'

export interface ToMerge {
  readonly tenant: Tenant
  readonly currency: string
  readonly from: WalletId
  readonly into: WalletId
  /** Of the merge. */
  readonly journal: string
  readonly at: Date
}

export interface MovedMoney {
  readonly open: bigint
  readonly commerce: bigint
  readonly debt: bigint
  readonly trace: MergeTrace
}

/** What there is to know to undo it. */
export interface MergeTrace {
  readonly lots: readonly string[]
  readonly debts: readonly string[]
  /** How many entries each account of both wallets had when it was done. */
  readonly entries: Readonly<Record<string, string>>
}

/**
 * Moves every lot of a wallet, with its pool, expiry and funder, and what its contact owes into another wallet, and closes it: whoever
 * finds it closed looks the contact up again. Lots that are used up go along, so that a void brings their money to the wallet that
 * is left. Locks both wallets; in minor units what moved.
 */
export async function mergeWallets(sql: Runner, merge: ToMerge): Promise<MovedMoney> {
  const { tenant, currency, journal, at } = merge
  const from = { tenant, id: merge.from, currency }
  const into = { tenant, id: merge.into, currency }
  const ofFrom = accountsOf(from)
  const ofInto = accountsOf(into)
  const accounts = await lockAccounts(sql, [...ofFrom, ...ofInto])
  const debtAccount = contactAccount('CONTACT_DEBT', from)
  const debt = -present(accounts.get(accountId(debtAccount)), 'the merged wallet is locked').balance
  const lots = await lotsOfWallet(sql, tenant, merge.from)
  const blocked = await blockedByLot(sql, contactAccount('CONTACT_BLOCKED', from))
  const moved = lots.filter(({ remaining }) => remaining > 0n)
  const movements: Movement[] = [
    ...moved.map((lot) => ({
      kind: 'MERGE' as const,
      from: pocketOf(lot),
      to: pocketOf({ ...lot, wallet: merge.into }),
      amount: lot.remaining,
      lot: lot.id,
    })),
    ...blocked.map(({ lot, amount }) => ({
      kind: 'MERGE' as const,
      from: contactAccount('CONTACT_BLOCKED', from),
      to: contactAccount('CONTACT_BLOCKED', into),
      amount,
      lot,
    })),
    ...(debt > 0n
      ? [
          {
            kind: 'MERGE' as const,
            from: contactAccount('CONTACT_DEBT', into),
            to: debtAccount,
            amount: debt,
          },
        ]
      : []),
  ]
  if (movements.length > 0) await post(sql, [{ id: journal, firstLine: 1, at, movements }], accounts)
  const reowning = { tenant, from: merge.from, into: merge.into }
  const trace = {
    lots: await reownLots(sql, reowning),
    debts: await reownDebts(sql, reowning),
    entries: entriesOf(accounts),
  }
  await setClosed(sql, ofFrom, true)
  const held = (isOpen: boolean) => sum(moved.filter(isIn(isOpen)).map(({ remaining }) => remaining))
  return { open: held(true), commerce: held(false), debt, trace }
}

function entriesOf(accounts: ReadonlyMap<string, AccountState>): MergeTrace['entries'] {
  return Object.fromEntries([...accounts].map(([id, { seq }]) => [id, seq.toString()]))
}

export function accountsOf(wallet: {
  readonly tenant: Tenant
  readonly id: WalletId
  readonly currency: string
}): AccountRef[] {
  return KINDS.map((kind) => contactAccount(kind, wallet))
}

const KINDS = ['CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT', 'CONTACT_BLOCKED'] as const

function isIn(open: boolean): (lot: Lot) => boolean {
  return ({ pool }) => (pool === null) === open
}
