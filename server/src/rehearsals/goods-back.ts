import {
  type Award,
  type BasketLine,
  type CameBack,
  type CompiledOffer,
  type Counted,
  type Goods,
  goodsOf,
  isWholeBack,
  NO_LINE_BACK,
  NOTHING_BACK,
  ofPieces,
  paidWithin,
  partBack,
  sharesOf,
  sharesTogether,
  wholeBack,
} from '../engine/index.ts'
import { allocate } from '../kit/money.ts'
import type { PastPurchase, PastReturn } from './replay-history.ts'

export type FindOffer = (id: string) => CompiledOffer | undefined

/** What a judged purchase leaves to be taken back, by the rules of the ledger's returns. */
export interface Bought extends Pick<PastPurchase, 'basket' | 'isPaidInFull' | 'spent'> {
  readonly awards: readonly Award[]
  readonly counted: readonly Counted[]
}

/** What comes off one counter. */
export interface OffCounter {
  readonly count: Counted
  readonly amount: bigint
  readonly uses: number
}

export interface Taken {
  readonly awards: readonly { readonly offer: string; readonly amount: bigint }[]
  readonly counts: readonly OffCounter[]
}

/** Takes goods back, one return after the other. */
export function takesBack(bought: Bought, find: FindOffer): (back: PastReturn) => Taken {
  let bitByBit: ReturnType<typeof takesParts> | undefined
  return (back) => {
    // Most that comes back does so in one void: of that no line has to be looked at.
    if (back.isVoid && !bitByBit) return allTaken(bought)
    bitByBit ??= takesParts(bought, find)
    return bitByBit(back)
  }
}

function allTaken({ awards, counted }: Bought): Taken {
  return {
    awards: awards.map(({ offer, amount }) => ({ offer: offer.id, amount })),
    counts: counted.map((count) => ({ count, amount: count.amount, uses: count.uses })),
  }
}

function takesParts(bought: Bought, find: FindOffer): (back: PastReturn) => Taken {
  const { awards, counted } = bought
  const goods = goodsOf(bought.basket)
  const shares = awards.map(sharesOf)
  const paid = paidOf(bought)
  const weights = counted.map((count) => weightsOf(count, { lines: bought.basket.lines, paid, find, goods }))
  const taken = awards.map(() => 0n)
  let before = NOTHING_BACK
  return (back) => {
    const after = back.isVoid ? allOf(goods) : plus(before, back, goods)
    const steps = awards.map((award, index) => {
      const wanted = wantedOf(award, { shares: shares[index] ?? [], goods, after, back })
      const had = taken[index] ?? 0n
      const has = wanted > had ? wanted : had
      taken[index] = has
      return { offer: award.offer.id, amount: has - had, isGone: had < award.amount && has === award.amount }
    })
    const becomesWhole = isWholeBack(goods, after) && !isWholeBack(goods, before)
    const counts = counted.map((count, index): OffCounter => {
      const own = steps.find(({ offer }) => offer === count.offer)
      const isOfPass = count.ref.period.startsWith('pass:')
      const uses = (own && !isOfPass ? own.isGone : becomesWhole) ? count.uses : 0
      if (count.of === 'LIMIT') return { count, amount: own?.amount ?? 0n, uses }
      const until = (all: CameBack) => countedBack(count, weights[index] ?? NO_WEIGHTS, { goods, back: all })
      return { count, amount: until(after) - until(before), uses }
    })
    before = after
    return { awards: steps, counts }
  }
}

function allOf(goods: readonly Goods[]): CameBack {
  return { lines: goods.map(({ quantity }) => ({ ...NO_LINE_BACK, quantity })), amount: 0n }
}

/** What came back in all: of lines that are known, and the rest as so much money's worth. */
function plus(
  { lines, amount }: CameBack,
  { goods: worth, lines: known = [] }: PastReturn,
  goods: readonly Goods[],
): CameBack {
  let unknown = worth
  const back = goods.map((each, index) => {
    const was = lines[index] ?? NO_LINE_BACK
    const now = known.find(({ line }) => line === index + 1)
    if (!now) return was
    unknown -= now.worth
    const quantity = was.quantity + now.quantity
    const ofMore =
      ofPieces(each.worth, each.quantity, quantity) - ofPieces(each.worth, each.quantity, was.quantity)
    return { quantity, amount: was.amount + now.worth - ofMore }
  })
  return { lines: back, amount: amount + (unknown > 0n ? unknown : 0n) }
}

interface Wanting {
  readonly shares: readonly bigint[]
  readonly goods: readonly Goods[]
  readonly after: CameBack
  readonly back: PastReturn
}

/** What of an award is taken in all. What the ledger took of the same award was judged by more than is known here. */
function wantedOf({ offer, amount }: Award, { shares, goods, after, back }: Wanting): bigint {
  const booked = back.taken?.get(offer.id)
  if (booked?.awarded === amount) return booked.after
  if (isWholeBack(goods, after)) return amount
  if (offer.terms.return_policy === 'KEEP') return wholeBack(shares, goods, after) ? amount : 0n
  return partBack(shares, goods, after)
}

interface Weights {
  readonly ofLines: readonly bigint[]
  readonly isDivisible: boolean
}

const NO_WEIGHTS: Weights = { ofLines: [], isDivisible: true }

/** What discounts and the wallet paid of each line, which counts for nothing; nothing where all was paid in full. */
function paidOf({ basket, isPaidInFull, spent, awards }: Bought): readonly bigint[] {
  if (isPaidInFull) return []
  const discounts = awards.filter(({ redeem }) => redeem === 'INSTANT')
  const off = sharesTogether(discounts, basket.lines.length)
  const paid = paidWithin(basket, off, spent)
  return off.map((each, line) => each + (paid[line] ?? 0n))
}

interface Counting {
  readonly lines: readonly BasketLine[]
  readonly paid: readonly bigint[]
  readonly find: FindOffer
  readonly goods: readonly Goods[]
}

/** How much of what was counted towards a goal or a tier comes from which line. */
function weightsOf({ of, offer: id }: Counted, { lines, paid, find, goods }: Counting): Weights {
  if (of === 'LIMIT') return NO_WEIGHTS
  const compiled = id === undefined ? undefined : find(id)
  const counting = new Set(
    compiled ? compiled.qualifying(lines) : lines.filter(({ earns }) => earns !== false),
  )
  const goal = compiled?.goal?.terms.of ?? 'AMOUNT'
  const weights = lines.map((line, index) => {
    if (!counting.has(line)) return 0n
    if (goal === 'QUANTITY') return positive(line.quantity)
    return positive(line.gross - (paid[index] ?? 0n))
  })
  const isNothing = weights.every((weight) => weight === 0n)
  return {
    ofLines: isNothing ? goods.map(({ worth }) => worth) : weights,
    isDivisible: goal !== 'VISITS',
  }
}

function countedBack(
  { amount }: Counted,
  { ofLines, isDivisible }: Weights,
  { goods, back }: { readonly goods: readonly Goods[]; readonly back: CameBack },
): bigint {
  if (!isDivisible) return wholeBack(ofLines, goods, back) ? amount : 0n
  return partBack(allocate(amount, ofLines), goods, back)
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n
}
