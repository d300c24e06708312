import {
  type CameBack,
  compileOffer,
  type ExplainedAward,
  type Goods,
  goodsOf,
  isWholeBack,
  NO_LINE_BACK,
  type Offer,
  partBack,
  type ReturnPolicy,
  valueBack,
  wholeBack,
} from '../engine/index.ts'
import type { LotId } from '../kit/id.ts'
import { allocate, least, sum } from '../kit/money.ts'
import type { TakenOff } from '../offers/index.ts'
import type { Purchase, PurchaseAward } from './purchase.ts'
import { judgeAgain } from './rejudge.ts'

/** A purchase of which something comes back, with what tells how much of it that takes. */
export interface Undoing {
  readonly purchase: Purchase
  readonly before: CameBack
  readonly after: CameBack
  /** The offers in the versions that awarded or counted, by id. */
  readonly offers: ReadonlyMap<string, Offer>
  /** How awards were explained; needed of those that are judged again. */
  readonly explained: readonly ExplainedAward[]
  /** What was taken of the award in the lot before. */
  readonly takenOf: (lot: LotId) => bigint
}

export interface AwardBack {
  readonly award: PurchaseAward
  readonly policy: ReturnPolicy
  /** How much of it was taken before, and is with this. */
  readonly before: bigint
  readonly after: bigint
  readonly because: string
}

/** Where everything that a purchase moved has to stand after what came back of it. */
export interface UndoPlan {
  readonly awards: readonly AwardBack[]
  /** Of each lot that paid, how much is given back in all. */
  readonly spends: ReadonlyMap<LotId, bigint>
  /** Of each open lot that was redeemed, how much is commerce money again in all. */
  readonly redeems: ReadonlyMap<LotId, bigint>
  /** What comes off the counters with this. */
  readonly counts: readonly TakenOff[]
  /** The value of the goods that come with this. */
  readonly value: bigint
  readonly isWhole: boolean
}

/** Pure: follows from what came back in all, not from the steps in which it did. */
export function planUndo(undoing: Undoing): UndoPlan {
  const { purchase, before, after } = undoing
  const goods = goodsOf(purchase)
  const spends = new Map<LotId, bigint>()
  for (const spend of purchase.outcome.spends) {
    if (spend.method === 'INSTANT') continue
    spends.set(spend.lot, (spends.get(spend.lot) ?? 0n) + partBack(spend.lines, goods, after))
  }
  // The till gives back no more than what the goods that came back cost.
  let price = valueBack(goods, after) - sum(spends.values())
  const awards = purchase.outcome.awards.map((award) => {
    const isInstant = purchase.outcome.spends.some(
      ({ method, lot }) => method === 'INSTANT' && lot === award.lot,
    )
    const back = awardBack(undoing, { award, goods, most: isInstant ? price : award.amount })
    if (isInstant) {
      price -= back.after
      spends.set(award.lot, back.after)
    }
    return back
  })
  const isWhole = isWholeBack(goods, after)
  return {
    awards,
    spends,
    redeems: new Map(purchase.outcome.redeems.map(({ lot, lines }) => [lot, partBack(lines, goods, after)])),
    counts: countsBack(undoing, { goods, awards, becomesWhole: isWhole && !isWholeBack(goods, before) }),
    value: valueBack(goods, after) - valueBack(goods, before),
    isWhole,
  }
}

interface OneAward {
  readonly award: PurchaseAward
  readonly goods: readonly Goods[]
  readonly most: bigint
}

/** What of an award has to be taken in all. A discount goes off the price again with what is taken of it. */
function awardBack(undoing: Undoing, { award, goods, most }: OneAward): AwardBack {
  const { purchase, after, offers, explained, takenOf } = undoing
  const offer = offers.get(award.offer.id)
  const policy = offer?.terms.return_policy ?? 'PRO_RATA'
  const before = takenOf(award.lot)
  const told = (wanted: bigint, because: string): AwardBack => ({
    award,
    policy,
    before,
    after: wanted > before ? wanted : before,
    because,
  })
  if (isWholeBack(goods, after)) return told(award.amount, 'all goods came back')
  const share = partBack(award.shares, goods, after)
  if (policy === 'PRO_RATA' || !offer) return told(share, 'the share of the goods that came back')
  if (policy === 'KEEP') {
    return wholeBack(award.shares, goods, after)
      ? told(award.amount, 'all goods that earned it came back')
      : told(0n, 'kept while goods that earned it are left')
  }
  const reason = explained.find((each) => each.offer === award.offer.id)
  const left = judgeAgain({ purchase, goods, back: after, offer, explained: reason })
  const wanted = award.amount - least(award.amount, left.amount)
  return told(least(wanted, share > most ? share : most), left.because)
}

interface ToCount {
  readonly goods: readonly Goods[]
  readonly awards: readonly AwardBack[]
  readonly becomesWhole: boolean
}

/**
 * What comes off the counters. Of limits as much as is taken of their awards, and the use when nothing of the award is left. Of goals
 * and tiers what the goods that came back had counted.
 */
function countsBack(undoing: Undoing, { goods, awards, becomesWhole }: ToCount): TakenOff[] {
  const { purchase, before, after } = undoing
  return purchase.outcome.counted.map((counted) => {
    const { of, ref, amount, uses } = counted
    const own = awards.find(({ award }) => award.offer.id === counted.offer)
    const isOfPass = ref.period.startsWith('pass:')
    const isUseBack =
      own && !isOfPass ? own.before < own.award.amount && own.after === own.award.amount : becomesWhole
    if (of === 'LIMIT') {
      return { ref, amount: own ? own.after - own.before : 0n, uses: isUseBack ? uses : 0 }
    }
    const { weights, isDivisible } = whatCounted(undoing, counted, goods)
    const until = (back: CameBack) => {
      if (!isDivisible) return wholeBack(weights, goods, back) ? amount : 0n
      return partBack(allocate(amount, weights), goods, back)
    }
    return { ref, amount: until(after) - until(before), uses: isUseBack ? uses : 0 }
  })
}

/** How much of what was counted comes from which line. */
function whatCounted(
  { purchase, offers }: Undoing,
  { offer: id }: Purchase['outcome']['counted'][number],
  goods: readonly Goods[],
): { readonly weights: readonly bigint[]; readonly isDivisible: boolean } {
  const { lines, outcome, reductionMethod } = purchase
  const offer = id === undefined ? undefined : offers.get(id)
  const counting = new Set<object>(
    offer ? compileOffer(offer).qualifying(lines) : lines.filter(({ earns }) => earns !== false),
  )
  const of = offer?.terms.progress?.of ?? 'AMOUNT'
  const weights = lines.map((line, index) => {
    if (!counting.has(line)) return 0n
    if (of === 'QUANTITY') return positive(line.quantity)
    const paid = sum(outcome.spends.map((spend) => spend.lines[index] ?? 0n))
    return positive(line.gross - (reductionMethod === 'BACK_END' ? 0n : paid))
  })
  const isNothing = weights.every((weight) => weight === 0n)
  return {
    weights: isNothing ? goods.map(({ worth }) => worth) : weights,
    isDivisible: of !== 'VISITS',
  }
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n
}

/** Everything of the purchase. */
export function allBack(purchase: Purchase): CameBack {
  return {
    lines: goodsOf(purchase).map(({ quantity }) => ({ ...NO_LINE_BACK, quantity })),
    amount: 0n,
  }
}
