import type { OrganisationId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import type { AccountRef, Lot, Movement, MovementKind } from '../ledger/index.ts'
import { blockedAccount, breakageAccount, contactAccount, extendLot, pocketOf } from '../ledger/index.ts'
import type { PostedLine } from './posted-lines.ts'

/** What a purchase's journal still has standing, and the lots and debt it concerns. Lots move with the reckoning. */
export interface ToUnwind {
  readonly lines: readonly PostedLine[]
  readonly lots: ReadonlyMap<string, Lot>
  /** What the contact owes before this. */
  readonly debt: bigint
  /** Of each lot what was clawed back from it after it had been spent, and is still owed. */
  readonly debtOfLot: ReadonlyMap<string, bigint>
  readonly owner: { readonly tenant: number; readonly id: string; readonly currency: string }
  readonly business: OrganisationId
  readonly at: Date
  /** Money brought back after its expiry stays spendable for so many days. */
  readonly graceDays: number
}

export interface Unwound {
  readonly movements: readonly Movement[]
  readonly awardReversed: bigint
  readonly spendReturned: bigint
  /** Taken-back awards that were spent already: now owed. */
  readonly debtMade: bigint
  /** What the contact owed and owes no more. */
  readonly debtRepaid: bigint
  readonly lotsMoved: readonly Lot[]
}

/** How much of each line of the journal to take back. */
export type Portion = (line: PostedLine) => bigint

export const NOTHING_UNWOUND: Unwound = {
  movements: [],
  awardReversed: 0n,
  spendReturned: 0n,
  debtMade: 0n,
  debtRepaid: 0n,
  lotsMoved: [],
}

/** What money that left a lot comes back as. */
const GIVEN_BACK = new Map<string, MovementKind>([
  ['SPEND', 'SPEND_REVERSAL'],
  ['PAYOUT_SPEND', 'SPEND_REVERSAL'],
  ['BLOCK', 'UNBLOCK'],
])

interface Reckoning extends ToUnwind {
  readonly movements: Movement[]
  readonly moved: Set<Lot>
  readonly owes: AccountRef
}

/**
 * Takes back what was actually booked, line by line, by the accounts it came from: spends return to their lots first, then what was
 * redeemed goes back, then awards are taken from their lots. What of an award has expired is taken from breakage, what was spent
 * meanwhile becomes a debt. Money that returns to a lot whose award was clawed back repays that debt, so the order of voids does not
 * matter; what another lot owes it does not repay, as it would not have been there to do so.
 */
export function unwind(input: ToUnwind, portion: Portion): Unwound {
  const owes = contactAccount('CONTACT_DEBT', input.owner)
  const reckoning: Reckoning = { ...input, movements: [], moved: new Set(), owes }
  const { lines, lots, movements, moved } = reckoning
  let spendReturned = 0n
  let debtRepaid = 0n
  let awardReversed = 0n
  let debtMade = 0n
  for (const line of lines.filter(({ kind }) => GIVEN_BACK.has(kind))) {
    const amount = portion(line)
    const lot = lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    debtRepaid += giveBackTo(lot, { line, amount, left: input.debt - debtRepaid }, reckoning)
    spendReturned += amount
  }
  for (const line of lines.filter(({ kind }) => kind === 'AWARD')) {
    const amount = portion(line)
    const lot = lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    debtMade += takeFrom(lot, { line, amount }, reckoning)
    awardReversed += amount
  }
  return { movements, awardReversed, spendReturned, debtMade, debtRepaid, lotsMoved: [...moved] }
}

interface Part {
  readonly line: PostedLine
  readonly amount: bigint
}

/** Puts a spend back into its lot; answers what of it repaid the lot's own debt, of which `left` is still owed at most. */
function giveBackTo(
  lot: Lot,
  { line, amount, left }: Part & { readonly left: bigint },
  to: Reckoning,
): bigint {
  const { movements, moved, at, graceDays } = to
  const hasExpired = lot.expiresAt !== null && lot.expiresAt <= at
  const repaid = least(amount, to.debtOfLot.get(lot.id) ?? 0n, left)
  // What had expired is not brought back to life with it, whether or not that was posted yet.
  if (hasExpired && repaid < amount && lot.remaining > 0n) {
    const breakage = breakageAccount(lot, to.business)
    movements.push({ kind: 'EXPIRY', from: pocketOf(lot), to: breakage, amount: lot.remaining, lot: lot.id })
    lot.expired += lot.remaining
    lot.remaining = 0n
  }
  const reverses = line.line
  const kind = GIVEN_BACK.get(line.kind) ?? 'SPEND_REVERSAL'
  // A wallet that was merged into another took what was set aside along.
  const from = kind === 'UNBLOCK' ? blockedAccount(lot) : line.to
  movements.push({ kind, from, to: pocketOf(lot), amount, lot: lot.id, reverses })
  if (repaid > 0n) {
    movements.push({ kind: 'DEBT_REPAYMENT', from: pocketOf(lot), to: to.owes, amount: repaid, lot: lot.id })
  }
  lot.remaining += amount - repaid
  if (hasExpired && repaid < amount) extendLot(lot, { at, until: later(at, graceDays * DAY) })
  moved.add(lot)
  return repaid
}

/** Takes an award from its lot; answers what of it is owed because it is there no more. */
function takeFrom(lot: Lot, { line, amount }: Part, { movements, moved, business, owes }: Reckoning): bigint {
  const back = { to: line.from, lot: lot.id, reverses: line.line }
  const taken = least(lot.remaining, amount)
  if (taken > 0n) {
    movements.push({ kind: 'AWARD_REVERSAL', from: pocketOf(lot), amount: taken, ...back })
    lot.remaining -= taken
    moved.add(lot)
  }
  const expired = least(lot.expired, amount - taken)
  if (expired > 0n) {
    const from = breakageAccount(lot, business)
    movements.push({ kind: 'AWARD_REVERSAL_FROM_BREAKAGE', from, amount: expired, ...back })
    lot.expired -= expired
    moved.add(lot)
  }
  const owed = amount - taken - expired
  if (owed > 0n) movements.push({ kind: 'AWARD_REVERSAL_TO_DEBT', from: owes, amount: owed, ...back })
  return owed
}
