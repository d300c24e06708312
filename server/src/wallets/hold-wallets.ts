import type { Work } from '../db/index.ts'
import type { AccountId } from '../kit/id.ts'
import {
  type AccountState,
  accountId,
  bySoonestExpiry,
  contactAccount,
  isSpendable,
  type Lot,
  lockAccounts,
  lotsLeft,
} from '../ledger/index.ts'
import { inactiveIn } from './get-wallet.ts'
import type { Wallet } from './wallets.store.ts'

/** Wallets that nobody else moves money of until the end of the work. */
export interface HeldWallets {
  /** For `post`. */
  readonly accounts: ReadonlyMap<AccountId, AccountState>
  /** That hold money, expired and pending ones among them. */
  readonly lots: readonly Lot[]
  debtOf(wallet: Pick<Wallet, 'id' | 'currency'>): bigint
}

/** Locks the wallets, then reads what they hold. */
export async function holdWallets(
  work: Work,
  wallets: readonly Pick<Wallet, 'id' | 'currency'>[],
): Promise<HeldWallets> {
  const { tenant } = work.actor
  const owners = wallets.map(({ id, currency }) => ({ tenant, id, currency }))
  // The commerce account is the lock: those of all wallets come first, in one order for everybody.
  const commerce = await lockAccounts(
    work.sql,
    owners.map((owner) => contactAccount('CONTACT_COMMERCE', owner)),
  )
  const others = await lockAccounts(
    work.sql,
    owners.flatMap((owner) => [contactAccount('CONTACT_OPEN', owner), contactAccount('CONTACT_DEBT', owner)]),
  )
  return {
    accounts: new Map([...commerce, ...others]),
    lots: await lotsLeft(work.sql, owners),
    debtOf: ({ id, currency }) =>
      -(others.get(accountId(contactAccount('CONTACT_DEBT', { tenant, id, currency })))?.balance ?? 0n),
  }
}

/** The wallet's lots that its balance is made of now, in the order in which they are used. */
export async function lotsInUse(work: Work, held: HeldWallets, { id }: Pick<Wallet, 'id'>): Promise<Lot[]> {
  const isInactive = await inactiveIn(work, id)
  return held.lots
    .filter((lot) => lot.wallet === id && isSpendable(lot, work.at) && !isInactive(lot))
    .sort(inOrderOfUse)
}

/** Commerce before open money, soonest expiry first. */
export function inOrderOfUse(a: Lot, b: Lot): number {
  return Number(a.pool === null) - Number(b.pool === null) || bySoonestExpiry(a, b)
}

export interface TakenMoney {
  readonly lot: Lot
  readonly amount: bigint
}

/** Takes the amount out of the lots, one after the other; they hold as much. */
export function takeMoney(lots: readonly Lot[], amount: bigint): readonly TakenMoney[] {
  let left = amount
  return lots.flatMap((lot) => {
    const part = left < lot.remaining ? left : lot.remaining
    if (part === 0n) return []
    left -= part
    lot.remaining -= part
    return [{ lot, amount: part }]
  })
}
