import type { DebtId, LotId, OrganisationId, WalletId } from '../kit/id.ts'
import { newId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import { type AccountRef, breakageAccount, contactAccount, pocketOf } from './account.ts'
import { comeBackTo, type Debt, type DebtBook, type Payer, repaidBy, settled } from './debt-book.ts'
import { extendLot, type Lot } from './lot.ts'
import type { Movement } from './transfer.ts'

/** A wallet while money comes back to it or is taken from it: lots and debts move with the reckoning. */
export interface Undoing {
  readonly owner: { readonly tenant: number; readonly id: WalletId; readonly currency: string }
  readonly business: OrganisationId
  readonly at: Date
  /** Money brought back after its expiry stays spendable for so many days. */
  readonly graceDays: number
  readonly lots: ReadonlyMap<string, Lot>
  debts: DebtBook
  readonly moved: Set<Lot>
  /**
   * In the order in which they are booked: money back into lots, then out of the debt account, then into it, so that it never stands
   * above nothing.
   */
  readonly returns: Movement[]
  readonly releases: Movement[]
  readonly repayments: Movement[]
}

export function beginUndoing(
  wallet: Omit<Undoing, 'moved' | 'returns' | 'releases' | 'repayments'>,
): Undoing {
  return { ...wallet, moved: new Set(), returns: [], releases: [], repayments: [] }
}

/** What was reckoned, in the order in which it is booked. */
export function movementsOf({ returns, releases, repayments }: Undoing): readonly Movement[] {
  return [...returns, ...releases, ...repayments]
}

export function debtAccountOf({ owner }: Pick<Undoing, 'owner'>): AccountRef {
  return contactAccount('CONTACT_DEBT', owner)
}

interface Part {
  readonly lot: Lot
  readonly amount: bigint
}

/** Puts money that had left a lot back into it, by `movement`: it ends the lot's own debts first. Answers what of it does. */
export function putBack(
  to: Undoing,
  { lot, amount }: Part,
  movement: Pick<Movement, 'kind' | 'from' | 'reverses'>,
): bigint {
  const { at, moved, debts } = to
  const ended = comeBackTo(debts, { lot: lot.id, amount })
  to.debts = ended.book
  const stays = amount - ended.amount
  const hasExpired = lot.expiresAt !== null && lot.expiresAt <= at
  const into = movement.kind === 'DEBT_REPAYMENT_REVERSAL' ? to.releases : to.returns
  // What had expired is not brought back to life with it, whether or not that was posted yet.
  if (hasExpired && stays > 0n && lot.remaining > 0n) into.push(expire(lot, to.business))
  into.push({ ...movement, to: pocketOf(lot), amount, lot: lot.id })
  if (ended.amount > 0n) repay(to, { lot, amount: ended.amount })
  lot.remaining += stays
  if (hasExpired && stays > 0n) extendLot(lot, { at, until: later(at, to.graceDays * DAY) })
  moved.add(lot)
  return ended.amount
}

function expire(lot: Lot, business: OrganisationId): Movement {
  const amount = lot.remaining
  lot.expired += amount
  lot.remaining = 0n
  return { kind: 'EXPIRY', from: pocketOf(lot), to: breakageAccount(lot, business), amount, lot: lot.id }
}

function repay(undoing: Undoing, { lot, amount }: Part): void {
  const to = debtAccountOf(undoing)
  undoing.repayments.push({ kind: 'DEBT_REPAYMENT', from: pocketOf(lot), to, amount, lot: lot.id })
}

export function newDebt({ owner, at }: Pick<Undoing, 'owner' | 'at'>, lot: LotId, amount: bigint): Debt {
  const { tenant, id: wallet } = owner
  return { tenant, id: newId<DebtId>(), wallet, lot, amount, returned: 0n, relieved: 0n, at }
}

/**
 * Brings repayments to where they would stand had what was undone never happened: awards get back what they repaid of debts that are
 * none, and repay what is owed again because another award is gone.
 */
export function settleDebts(undoing: Undoing): void {
  // What an award gets back may end debts of its own, for which others repaid: so until nothing moves any more.
  for (;;) {
    const before = undoing.debts
    const payers = payersAt(undoing)
    undoing.debts = settled(before, payers)
    const changes = payers.flatMap(({ lot }): Part[] => {
      const amount = repaidBy(undoing.debts, lot) - repaidBy(before, lot)
      const there = undoing.lots.get(lot)
      return there && amount !== 0n ? [{ lot: there, amount }] : []
    })
    if (changes.length === 0) return
    for (const { lot, amount } of changes) {
      if (amount < 0n) release(undoing, { lot, amount: -amount })
      else {
        repay(undoing, { lot, amount })
        lot.remaining -= amount
        undoing.moved.add(lot)
      }
    }
  }
}

/** What an award had repaid is its own again. */
function release(undoing: Undoing, part: Part): void {
  putBack(undoing, part, { kind: 'DEBT_REPAYMENT_REVERSAL', from: debtAccountOf(undoing) })
}

/** Awards at hand that repaid something or could. */
function payersAt({ lots, debts, at }: Undoing): Payer[] {
  return [...lots.values()].flatMap((lot) => {
    if (lot.offer === null) return []
    const isOver = lot.expiresAt !== null && lot.expiresAt <= at
    const has = sum([repaidBy(debts, lot.id), isOver ? 0n : lot.remaining])
    return has > 0n ? [{ lot: lot.id, has }] : []
  })
}
