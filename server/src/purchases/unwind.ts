import type { LotId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import {
  beginUndoing,
  blockedAccount,
  breakageAccount,
  bringBackRedeemed,
  type DebtBook,
  debtAccountOf,
  type Lot,
  type Movement,
  type MovementKind,
  movementsOf,
  newDebt,
  owe,
  pocketOf,
  putBack,
  type Redeem,
  repaidBy,
  settleDebts,
  takeRepaymentsOf,
  type Undoing,
  undoRedeem,
} from '../ledger/index.ts'
import type { PostedLine } from './posted-lines.ts'

/** What a purchase's journal still has standing, and the lots and debts it concerns. Lots move with the reckoning. */
export interface ToUnwind
  extends Pick<Undoing, 'owner' | 'business' | 'at' | 'graceDays' | 'lots' | 'debts'> {
  readonly lines: readonly PostedLine[]
  /** What the purchase redeemed, and what was redeemed of its awards by whatever purchase; they move with the reckoning. */
  readonly redeems: readonly Redeem[]
  /** Of the purchase's own, how much is to be commerce money again in all. */
  readonly redeemsBack: ReadonlyMap<LotId, bigint>
}

export interface Unwound {
  readonly movements: readonly Movement[]
  readonly awardReversed: bigint
  readonly spendReturned: bigint
  /** Open money that is commerce money again. */
  readonly redeemUndone: bigint
  /** Taken-back awards that were not there any more, as they were spent or had repaid what is owed again: now owed. */
  readonly debtMade: bigint
  readonly lotsMoved: readonly Lot[]
  readonly debts: DebtBook
}

/** What money that left a lot comes back as. */
const GIVEN_BACK = new Map<string, MovementKind>([
  ['SPEND', 'SPEND_REVERSAL'],
  ['PAYOUT_SPEND', 'SPEND_REVERSAL'],
  ['BLOCK', 'UNBLOCK'],
])

/** How much of each line of the journal to take back. */
export type Portion = (line: PostedLine) => bigint

export function nothingUnwound(debts: DebtBook): Unwound {
  return {
    movements: [],
    awardReversed: 0n,
    spendReturned: 0n,
    redeemUndone: 0n,
    debtMade: 0n,
    lotsMoved: [],
    debts,
  }
}

/**
 * Takes back what was actually booked, line by line, by the accounts it came from: spends return to their lots first, then what was
 * redeemed is commerce money again, then awards are taken from their lots. What of an award has expired is taken from breakage, what was spent meanwhile becomes a debt. Money that returns
 * to a lot whose award was clawed back ends that debt, and what others had repaid of it is theirs again, so that neither the order of
 * voids matters nor what was bought in between.
 */
export function unwind({ lines, redeems, redeemsBack, ...wallet }: ToUnwind, portion: Portion): Unwound {
  const undoing = beginUndoing(wallet)
  const { lots, moved } = undoing
  const taken: Movement[] = []
  let spendReturned = 0n
  let redeemUndone = 0n
  let awardReversed = 0n
  let debtMade = 0n
  for (const line of lines.filter(({ kind }) => GIVEN_BACK.has(kind))) {
    const amount = portion(line)
    const lot = lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    const kind = GIVEN_BACK.get(line.kind) ?? 'SPEND_REVERSAL'
    // A wallet that was merged into another took what was set aside along.
    const from = kind === 'UNBLOCK' ? blockedAccount(lot) : line.to
    putBack(undoing, { lot, amount }, { kind, from, reverses: line.line })
    spendReturned += amount
  }
  for (const redeem of redeems) {
    const amount = (redeemsBack.get(redeem.lot) ?? 0n) - redeem.undone
    if (amount <= 0n) continue
    debtMade += undoRedeem(undoing, redeem, { amount, lines: linesOfRedeem(lines, redeem) })
    redeemUndone += amount
  }
  for (const line of lines.filter(({ kind }) => kind === 'AWARD')) {
    const amount = portion(line)
    const lot = lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    // What of it is open money now is still there.
    const wanted = amount - lot.remaining - lot.expired
    debtMade += bringBackRedeemed(undoing, redeems, { from: lot, wanted })
    debtMade += takeFrom(lot, { line, amount, taken }, undoing)
    awardReversed += amount
  }
  settleDebts(undoing)
  const movements = [...movementsOf(undoing), ...taken]
  const { debts } = undoing
  return {
    movements,
    awardReversed,
    spendReturned,
    redeemUndone,
    debtMade,
    lotsMoved: [...moved],
    debts,
  }
}

/** The two lines by which the money went from the one lot to the other. */
function linesOfRedeem(lines: readonly PostedLine[], { lot, from }: Redeem) {
  return {
    out: lines.find((line) => line.kind === 'REDEEM_OUT' && line.lot === from)?.line,
    in: lines.find((line) => line.kind === 'REDEEM_IN' && line.lot === lot)?.line,
  }
}

interface Part {
  readonly line: PostedLine
  readonly amount: bigint
  readonly taken: Movement[]
}

/** Takes an award from its lot; answers what of it is owed because it is there no more. */
function takeFrom(lot: Lot, { line, amount, taken }: Part, undoing: Undoing): bigint {
  const { business, releases, moved } = undoing
  const back = { to: line.from, lot: lot.id, reverses: line.line }
  const owes = debtAccountOf(undoing)
  const elsewhere = lot.remaining + lot.expired + repaidBy(undoing.debts, lot.id)
  const spent = line.amount - line.takenBack - elsewhere
  const there = least(lot.remaining, amount)
  const expired = least(lot.expired, amount - there)
  const missing = least(spent, amount - there - expired)
  const repaid = amount - there - expired - missing
  if (repaid > 0n) {
    releases.push({
      kind: 'DEBT_REPAYMENT_REVERSAL',
      from: owes,
      to: pocketOf(lot),
      amount: repaid,
      lot: lot.id,
    })
    undoing.debts = takeRepaymentsOf(undoing.debts, { lot: lot.id, amount: repaid })
  }
  if (there + repaid > 0n) {
    taken.push({ kind: 'AWARD_REVERSAL', from: pocketOf(lot), amount: there + repaid, ...back })
    lot.remaining -= there
  }
  if (expired > 0n) {
    const from = breakageAccount(lot, business)
    taken.push({ kind: 'AWARD_REVERSAL_FROM_BREAKAGE', from, amount: expired, ...back })
    lot.expired -= expired
  }
  if (missing > 0n) {
    taken.push({ kind: 'AWARD_REVERSAL_TO_DEBT', from: owes, amount: missing, ...back })
    undoing.debts = owe(undoing.debts, newDebt(undoing, lot.id, missing))
  }
  if (there + expired > 0n) moved.add(lot)
  return missing + repaid
}
