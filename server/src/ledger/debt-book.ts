import type { DebtId, LotId, WalletId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { least, sum } from '../kit/money.ts'

/** What was clawed back from a lot after its money had been used: owed until it is repaid, forgiven, or the money comes back. */
export interface Debt {
  readonly tenant: number
  /** Rises with time. */
  readonly id: DebtId
  readonly wallet: WalletId
  readonly lot: LotId
  readonly amount: bigint
  /** What came back to the lot since: it was never missing. */
  readonly returned: bigint
  /** What was forgiven by hand. */
  readonly relieved: bigint
  readonly at: Date
}

/** What of a debt was repaid by the award in the lot. */
export interface Repayment {
  readonly debt: DebtId
  readonly lot: LotId
  readonly amount: bigint
}

/**
 * The debts of one wallet, oldest first, and who repaid them. The rule: an award repays the debts that are older than it, oldest first.
 * Functions answer a new book; `saveDebts` writes what differs.
 */
export interface DebtBook {
  readonly debts: readonly Debt[]
  readonly repayments: readonly Repayment[]
}

export const NO_DEBTS: DebtBook = { debts: [], repayments: [] }

/** What awards have to repay of it, or have repaid. */
function standing({ amount, returned, relieved }: Debt): bigint {
  return amount - returned - relieved
}

function openOf({ repayments }: DebtBook, debt: Debt): bigint {
  return standing(debt) - sum(repayments.filter((each) => each.debt === debt.id).map(({ amount }) => amount))
}

export function owedOf(book: DebtBook): bigint {
  return sum(book.debts.map((debt) => openOf(book, debt)))
}

/** What the award in the lot has repaid. */
export function repaidBy({ repayments }: DebtBook, lot: LotId): bigint {
  return sum(repayments.filter((each) => each.lot === lot).map(({ amount }) => amount))
}

export interface Moved {
  readonly book: DebtBook
  readonly amount: bigint
}

interface OfLot {
  readonly lot: LotId
  readonly amount: bigint
}

/** A new award repays what is owed; answers how much of it that takes. */
export function repayFrom(book: DebtBook, { lot, amount: most }: OfLot): Moved {
  let left = most
  const repayments = book.debts.flatMap((debt) => {
    const amount = least(left, openOf(book, debt))
    left -= amount
    return amount > 0n ? [{ debt: debt.id, lot, amount }] : []
  })
  return { book: { ...book, repayments: [...book.repayments, ...repayments] }, amount: most - left }
}

/** Money came back to a lot: it first ends the debts that were made because it was missing there. Answers how much that takes. */
export function comeBackTo(book: DebtBook, { lot, amount: most }: OfLot): Moved {
  let left = most
  const debts = book.debts.map((debt) => {
    if (debt.lot !== lot) return debt
    const amount = least(left, standing(debt))
    left -= amount
    return { ...debt, returned: debt.returned + amount }
  })
  return { book: { ...book, debts }, amount: most - left }
}

/** A part of an award is taken back with which it had repaid debts: the newest of them are owed again. */
export function takeRepaymentsOf(book: DebtBook, { lot, amount }: OfLot): DebtBook {
  let left = amount
  const rest = book.repayments.toReversed().map((each) => {
    if (each.lot !== lot) return each
    const part = least(left, each.amount)
    left -= part
    return { ...each, amount: each.amount - part }
  })
  invariant(left === 0n, 'no more repayments are taken back than were made')
  return { ...book, repayments: rest.toReversed() }
}

export function owe(book: DebtBook, debt: Debt): DebtBook {
  return { ...book, debts: [...book.debts, debt] }
}

/** What is owed is forgiven, oldest first; answers how much that was. */
export function relieve(book: DebtBook, most: bigint): Moved {
  let left = most
  const debts = book.debts.map((debt) => {
    const amount = least(left, openOf(book, debt))
    left -= amount
    return { ...debt, relieved: debt.relieved + amount }
  })
  return { book: { ...book, debts }, amount: most - left }
}

/** An award that is at hand to repay: with what it has repaid and what is left of it. */
export interface Payer {
  readonly lot: LotId
  readonly has: bigint
}

/**
 * Repayments as they would be if what was undone had never happened: each award at hand has repaid what is older than it, oldest debt
 * first, oldest award first. What other awards repaid stays.
 */
export function settled(book: DebtBook, payers: readonly Payer[]): DebtBook {
  const movable = new Set(payers.map(({ lot }) => lot))
  const before = book.repayments.filter(({ lot }) => movable.has(lot))
  const repayments = book.repayments.filter(({ lot }) => !movable.has(lot))
  const open = new Map(book.debts.map((debt) => [debt.id, openOf({ ...book, repayments }, debt)]))
  for (const { lot, has } of [...payers].sort((a, b) => (a.lot < b.lot ? -1 : 1))) {
    let left = has
    for (const { id: debt } of book.debts) {
      const mayPay = isOlder(debt, lot) || before.some((each) => each.debt === debt && each.lot === lot)
      const amount = mayPay ? least(left, open.get(debt) ?? 0n) : 0n
      if (amount <= 0n) continue
      left -= amount
      open.set(debt, (open.get(debt) ?? 0n) - amount)
      repayments.push({ debt, lot, amount })
    }
  }
  return { ...book, repayments }
}

/** Ids rise with time, whatever they are of. */
function isOlder(one: string, other: string): boolean {
  return one < other
}
