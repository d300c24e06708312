import { least, sum } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { billsMoved, type Counted, goalsMoved, limitsUsed } from './counted.ts'
import type { Counters } from './counters.ts'
import { type Award, type JudgeInput, judge, judgeDiscounts, type Refused } from './judge.ts'
import type { OfferIndex } from './offer-index.ts'
import { sharesTogether } from './shares.ts'
import { tiersAround } from './tier-facts.ts'
import type { TierProgramme } from './tiers.ts'

/** Everything that a basket is judged on but what the wallet pays. */
export interface ToJudge {
  readonly tenant: number
  readonly offers: OfferIndex
  readonly tiers: TierProgramme | undefined
  /** Its tier is found from the counters. */
  readonly basket: Basket
  readonly counters: Counters
  /** The contact pays in full, and what was spent or taken off is paid out: so all of it earns. */
  readonly isPaidInFull: boolean
}

/** What the wallet pays of each line, in the basket's order. */
interface Payment {
  readonly perLine: readonly bigint[]
}

export interface Rounds<Paid extends Payment> {
  /** As discounts were judged: at the full price. */
  readonly priced: JudgeInput
  /** As cash-back was judged: with the contact's tier, and what discounts and the wallet paid of each line. */
  readonly input: JudgeInput
  /** Awards off the price of this purchase, then those for later ones. */
  readonly discounts: readonly Award[]
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
  /** What `pay` answered. */
  readonly payment: Paid
  readonly counted: readonly Counted[]
}

/**
 * In this order: discounts off the price, then what the wallet pays of the rest, then cash-back on what is left. What is paid
 * with reward money does not earn again. `pay` is told what discounts took off each line.
 */
export function judgeRounds<Paid extends Payment>(
  { tenant, offers, tiers, basket, counters, isPaidInFull }: ToJudge,
  pay: (off: readonly bigint[]) => Paid,
): Rounds<Paid> {
  const among = tiersAround({ tiers, tenant, counters }, basket)
  const before = tiers ? { ...basket, tiers: among.with(0n) } : basket
  const first: JudgeInput = { tenant, basket: before, paid: [], counters }
  const discounts = judgeDiscounts(offers, first)

  const off = sharesTogether(discounts.awards, basket.lines.length)
  const payment = pay(off)
  const paid = isPaidInFull
    ? []
    : payment.perLine.length === 0
      ? off
      : off.map((each, line) => each + (payment.perLine[line] ?? 0n))
  // Only what is bought brings a contact nearer to a tier, and of it only what earns.
  const qualifies = basket.occasion === 'PURCHASE' ? earningTotalOf(basket, paid) : 0n
  const after = among.with(qualifies)
  // Nearly always the same, as few purchases reach a tier.
  const isSame = !tiers || after === before.tiers
  const second: JudgeInput = {
    tenant,
    basket: isSame ? before : { ...before, tiers: after },
    paid,
    counters,
  }
  const later = judge(offers, second, discounts.awards)

  const all = joined(discounts.awards, later.awards)
  const refused = joined(discounts.refused, later.refused)
  return {
    priced: first,
    input: second,
    discounts: discounts.awards,
    awards: later.awards,
    refused,
    payment,
    counted: [
      ...limitsUsed(all),
      ...goalsMoved(offers, { discounts: first, later: second }, { awards: all, refused }),
      ...billsMoved(offers, { discounts: first, later: second }),
      ...among.moved(qualifies),
    ],
  }
}

/** What was paid, otherwise than with reward money, for all but tips, fees, gift cards and the like. */
function earningTotalOf({ total, lines }: Basket, paid: readonly bigint[]): bigint {
  let rest = total - sum(paid)
  lines.forEach(({ earns, gross }, line) => {
    if (earns === false) rest -= gross - (paid[line] ?? 0n)
  })
  return rest
}

/** Discounts are rare. */
export function joined<Each>(first: readonly Each[], second: readonly Each[]): readonly Each[] {
  return first.length === 0 ? second : [...first, ...second]
}

/** A wallet pays at most what discounts left of a line. */
export function paidWithin(
  { lines }: Pick<Basket, 'lines'>,
  off: readonly bigint[],
  paid: readonly bigint[],
): readonly bigint[] {
  return lines.map(({ gross }, line) => {
    const left = gross - (off[line] ?? 0n)
    return left > 0n ? least(left, paid[line] ?? 0n) : 0n
  })
}
