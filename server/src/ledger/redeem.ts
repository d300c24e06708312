import { type LotId, newId, type OrganisationId, type PurchaseId } from '../kit/id.ts'
import { least, sum } from '../kit/money.ts'
import { type AccountRef, breakageAccount, houseAccount, pocketOf } from './account.ts'
import { comeBackTo, owe } from './debt-book.ts'
import { extendLot, type Lot } from './lot.ts'
import { debtAccountOf, newDebt, type Undoing } from './settle-debts.ts'
import type { Movement } from './transfer.ts'

/** Commerce money of one lot that became an open lot of its own. */
export interface Redeem {
  readonly tenant: number
  /** The open lot. */
  readonly lot: LotId
  readonly from: LotId
  readonly purchase: PurchaseId
  readonly amount: bigint
  /** What is commerce money again. Moves with the reckoning. */
  undone: bigint
}

/** On its way from one lot to the other; the account stands at nothing after every journal. */
export function transitOf(
  { tenant, currency }: Pick<Lot, 'tenant' | 'currency'>,
  business: OrganisationId,
  lane: number,
): AccountRef {
  return houseAccount('IN_TRANSIT', { tenant, organisation: business, currency, lane })
}

/** The open lot that a part of a commerce lot becomes: whose it is, who gave it and until when stay. */
export function openLotOf(
  from: Lot,
  { amount, journal }: { readonly amount: bigint; readonly journal: string },
): Lot {
  return {
    ...from,
    id: newId<LotId>(),
    pool: null,
    amount,
    remaining: amount,
    expired: 0n,
    offer: null,
    offerVersion: null,
    journal,
  }
}

export function redeemMovements(from: Lot, into: Lot, transit: AccountRef): readonly Movement[] {
  const { amount } = into
  return [
    { kind: 'REDEEM_OUT', from: pocketOf(from), to: transit, amount, lot: from.id },
    { kind: 'REDEEM_IN', from: transit, to: pocketOf(into), amount, lot: into.id },
  ]
}

/** The lines of the same journal that are taken back, where it is the same. */
export interface RedeemLines {
  readonly out?: number | undefined
  readonly in?: number | undefined
}

/**
 * Brings redeemed money back into its commerce lot, whole: what is left of the open lot, what of it has expired (and is expired in the
 * commerce lot then), and for what was used meanwhile the open lot owes. Answers what is owed.
 */
export function undoRedeem(
  undoing: Undoing,
  redeem: Redeem,
  { amount, lines = {} }: { readonly amount: bigint; readonly lines?: RedeemLines },
): bigint {
  const { lots, business, releases, moved } = undoing
  const [into, from] = [lots.get(redeem.lot), lots.get(redeem.from)]
  if (!into || !from || amount === 0n) return 0n
  const there = least(into.remaining, amount)
  const expired = least(into.expired, amount - there)
  const owed = amount - there - expired
  const transit = transitOf(into, business, 0)
  const back = { to: transit, lot: into.id, ...(lines.in === undefined ? {} : { reverses: lines.in }) }
  const given = { from: transit, lot: from.id, ...(lines.out === undefined ? {} : { reverses: lines.out }) }
  const parts: readonly Movement[] = [
    { kind: 'REDEEM_IN_REVERSAL', from: pocketOf(into), amount: there, ...back },
    {
      kind: 'REDEEM_IN_REVERSAL_FROM_BREAKAGE',
      from: breakageAccount(into, business),
      amount: expired,
      ...back,
    },
    { kind: 'REDEEM_IN_REVERSAL_TO_DEBT', from: debtAccountOf(undoing), amount: owed, ...back },
    { kind: 'REDEEM_OUT_REVERSAL', to: pocketOf(from), amount, ...given },
    {
      kind: 'EXPIRY',
      from: pocketOf(from),
      to: breakageAccount(from, business),
      amount: expired,
      lot: from.id,
    },
  ]
  releases.push(...parts.filter((part) => part.amount > 0n))
  into.remaining -= there
  into.expired -= expired
  from.expired += expired
  // What of the open lot was extended, because spent money came back to it, stays so.
  if (into.expiresAt && there + owed > 0n) extendLot(from, { at: undoing.at, until: into.expiresAt })
  if (owed > 0n) undoing.debts = owe(undoing.debts, newDebt(undoing, into.id, owed))
  from.remaining += endDebtsOf(undoing, from, there + owed)
  redeem.undone += amount
  moved.add(into).add(from)
  return owed
}

/** Money that comes back to a lot ends the debts that were made because it was missing; answers what stays. */
function endDebtsOf(undoing: Undoing, lot: Lot, amount: bigint): bigint {
  const ended = comeBackTo(undoing.debts, { lot: lot.id, amount })
  undoing.debts = ended.book
  if (ended.amount > 0n) {
    const to = debtAccountOf(undoing)
    undoing.repayments.push({
      kind: 'DEBT_REPAYMENT',
      from: pocketOf(lot),
      to,
      amount: ended.amount,
      lot: lot.id,
    })
  }
  return amount - ended.amount
}

/** Brings as much of a lot's redeemed money back as is wanted, what was redeemed last first; answers what is owed for it. */
export function bringBackRedeemed(
  undoing: Undoing,
  redeems: readonly Redeem[],
  { from, wanted }: { readonly from: Lot; readonly wanted: bigint },
): bigint {
  let left = wanted
  return sum(
    redeems
      .filter((redeem) => redeem.from === from.id)
      .toReversed()
      .map((redeem) => {
        const amount = least(left > 0n ? left : 0n, redeem.amount - redeem.undone)
        left -= amount
        return undoRedeem(undoing, redeem, { amount })
      }),
  )
}
