import type { OrganisationId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import type { Lot, Movement } from '../ledger/index.ts'
import { breakageAccount, contactAccount, extendLot, pocketOf } from '../ledger/index.ts'
import type { PostedLine } from './posted-lines.ts'

/** What a purchase's journal still has standing, and the lots and debt it concerns. Lots move with the reckoning. */
export interface ToUnwind {
  readonly lines: readonly PostedLine[]
  readonly lots: ReadonlyMap<string, Lot>
  /** What the contact owes before this. */
  readonly debt: bigint
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
  readonly lotsMoved: readonly Lot[]
}

/** How much of each line of the journal to take back. */
export type Portion = (line: PostedLine) => bigint

/**
 * Takes back what was actually booked, line by line, by the accounts it came from: spends return to their lots first, then
 * awards are taken from theirs. What of an award has expired is taken from breakage, what was spent meanwhile becomes a debt,
 * and money that returns repays debt first, so the order of voids does not matter.
 */
export function unwind(input: ToUnwind, portion: Portion): Unwound {
  const movements: Movement[] = []
  const moved = new Set<Lot>()
  let debt = input.debt
  let awardReversed = 0n
  let spendReturned = 0n
  let debtMade = 0n
  for (const line of input.lines.filter(({ kind }) => kind === 'SPEND' || kind === 'PAYOUT_SPEND')) {
    const amount = portion(line)
    const lot = input.lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    movements.push({
      kind: 'SPEND_REVERSAL',
      from: line.to,
      to: pocketOf(lot),
      amount,
      lot: lot.id,
      reverses: line.line,
    })
    restore(lot, amount, input)
    moved.add(lot)
    spendReturned += amount
  }
  for (const line of input.lines.filter(({ kind }) => kind === 'AWARD')) {
    const amount = portion(line)
    const lot = input.lots.get(line.lot ?? '')
    if (amount === 0n || !lot) continue
    const taken = least(lot.remaining, amount)
    if (taken > 0n) {
      movements.push({
        kind: 'AWARD_REVERSAL',
        from: pocketOf(lot),
        to: line.from,
        amount: taken,
        lot: lot.id,
        reverses: line.line,
      })
      lot.remaining -= taken
      moved.add(lot)
    }
    const backFromBreakage = least(lot.expired, amount - taken)
    if (backFromBreakage > 0n) {
      movements.push({
        kind: 'AWARD_REVERSAL_FROM_BREAKAGE',
        from: breakageAccount(lot, input.business),
        to: line.from,
        amount: backFromBreakage,
        lot: lot.id,
        reverses: line.line,
      })
      lot.expired -= backFromBreakage
      moved.add(lot)
    }
    const owed = amount - taken - backFromBreakage
    if (owed > 0n) {
      const from = contactAccount('CONTACT_DEBT', input.owner)
      movements.push({
        kind: 'AWARD_REVERSAL_TO_DEBT',
        from,
        to: line.from,
        amount: owed,
        lot: lot.id,
        reverses: line.line,
      })
      debt += owed
      debtMade += owed
    }
    awardReversed += amount
  }
  movements.push(...repay(debt, [...moved], input.owner))
  return { movements, awardReversed, spendReturned, debtMade, lotsMoved: [...moved] }
}

function restore(lot: Lot, amount: bigint, { at, graceDays }: ToUnwind): void {
  lot.remaining += amount
  if (lot.expiresAt !== null && lot.expiresAt <= at) extendLot(lot, { at, until: later(at, graceDays * DAY) })
}

/** Money that is back in the wallet repays what is owed before it can be spent again. */
function repay(debt: bigint, lots: readonly Lot[], owner: ToUnwind['owner']): Movement[] {
  let owed = debt
  return lots.flatMap((lot): Movement[] => {
    const amount = least(owed, lot.remaining)
    if (amount === 0n) return []
    owed -= amount
    lot.remaining -= amount
    const to = contactAccount('CONTACT_DEBT', owner)
    return [{ kind: 'DEBT_REPAYMENT', from: pocketOf(lot), to, amount, lot: lot.id }]
  })
}
