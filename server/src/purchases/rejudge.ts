import {
  type Basket,
  billCounter,
  type CameBack,
  type CompiledOffer,
  type Counters,
  compileOffer,
  counterBook,
  countersOf,
  type ExplainedAward,
  explainRefused,
  formulaOf,
  type Goods,
  judgeOne,
  NO_LINE_BACK,
  NO_TIERS,
  type Offer,
  partBack,
  worthBack,
} from '../engine/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { present } from '../kit/invariant.ts'
import { allocate, display, money, sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import type { Purchase, PurchaseLine } from './purchase.ts'

export interface Rejudging {
  readonly purchase: Purchase
  readonly goods: readonly Goods[]
  readonly back: CameBack
  /** In the version that awarded. */
  readonly offer: Offer
  /** How its award was explained; undefined where nothing was kept. */
  readonly explained: ExplainedAward | undefined
}

export interface JudgedAgain {
  readonly amount: bigint
  readonly because: string
}

// What else an offer asks for was fulfilled when it awarded, and goods that come back do not change it.
const ABOUT_GOODS = new Set(['AMOUNT', 'PRODUCTS', 'BUNDLE'])

/**
 * What the version of the offer that awarded gives for the goods that are left: by its conditions on goods and by its rule, with the
 * counters of goals and bills as they stood before the purchase. Less is left of each line the more came back, so it never rises.
 */
export function judgeAgain(rejudging: Rejudging): JudgedAgain {
  const { offer, purchase } = rejudging
  const { scheme: _, ...terms } = offer.terms
  const compiled = compileOffer({
    ...offer,
    terms: {
      ...terms,
      availability: {},
      limits: {},
      conditions: terms.conditions.filter(({ kind }) => ABOUT_GOODS.has(kind)),
    },
  })
  const left = leftOf(rejudging, compiled)
  const basket = basketOf(rejudging, left)
  const isPaidInFull = purchase.reductionMethod === 'BACK_END' || compiled.redeem === 'INSTANT'
  const outcome = judgeOne(compiled, {
    tenant: purchase.tenant,
    basket,
    paid: isPaidInFull ? [] : paidOf(rejudging),
    counters: countersThen(rejudging, basket),
  })
  const seen = display(money(basket.total, purchase.currency))
  if (!('because' in outcome))
    return { amount: outcome.amount, because: `${formulaOf(outcome)}, of ${seen} left` }
  const { condition, seen: had, needed } = explainRefused(outcome, basket)
  return { amount: 0n, because: `${condition}: ${had} left, ${needed} needed` }
}

/** The lines with what is left of them; what lines below zero took off is part of the goods that they were for. */
function leftOf({ purchase, goods, back }: Rejudging, { qualifying }: CompiledOffer): PurchaseLine[] {
  const { lines } = purchase
  const earning = new Set<object>(qualifying(lines))
  const groups = [true, false].map((isEarning) =>
    lines.map((line) => (earning.has(line) === isEarning ? line : undefined)),
  )
  const gross = addUp(groups.map((group) => absorbed(group, (line) => line.gross)))
  const net = addUp(groups.map((group) => absorbed(group, (line) => line.net)))
  return lines.map((line, index) => {
    const own = goods[index] ?? { worth: 0n, quantity: 0n }
    const lineBack = back.lines[index] ?? NO_LINE_BACK
    const isGone = worthBack(own, lineBack) >= own.worth && own.worth > 0n
    const pieces =
      line.gross < 0n ? (line.quantity < 0n ? line.quantity : 0n) : line.quantity - lineBack.quantity
    return {
      ...line,
      quantity: isGone ? 0n : pieces,
      gross: leftOfAmount(gross, { index, goods, back }),
      net: leftOfAmount(net, { index, goods, back }),
    }
  })
}

interface Place {
  readonly index: number
  readonly goods: readonly Goods[]
  readonly back: CameBack
}

/** What is left of one line's amount, after its own pieces and its part of what came back without a line. */
function leftOfAmount(amounts: readonly bigint[], { index, goods, back }: Place): bigint {
  const alone = amounts.map((amount, at) => (at === index ? amount : 0n))
  return (amounts[index] ?? 0n) - partBack(alone, goods, back)
}

/** Lines above zero bear what the lines below zero of their group take off. */
function absorbed(
  group: readonly (PurchaseLine | undefined)[],
  amountOf: (line: PurchaseLine) => bigint,
): bigint[] {
  const worth = group.map((line) => (line && line.gross > 0n ? line.gross : 0n))
  const below = sum(group.map((line) => (line && line.gross < 0n ? amountOf(line) : 0n)))
  const shares = allocate(below, worth)
  const hasGoods = worth.some((each) => each > 0n)
  return group.map((line, index) =>
    line && line.gross >= 0n ? amountOf(line) + (hasGoods ? (shares[index] ?? 0n) : 0n) : 0n,
  )
}

function addUp(all: readonly (readonly bigint[])[]): bigint[] {
  const [first = [], ...others] = all
  return first.map((amount, index) => amount + sum(others.map((each) => each[index] ?? 0n)))
}

/** What reward money paid of what is left of each line. */
function paidOf({ purchase, goods, back }: Rejudging): bigint[] {
  return purchase.lines.map((_, index) => {
    const paid = sum(purchase.outcome.spends.map(({ lines }) => lines[index] ?? 0n))
    const amounts = purchase.lines.map((__, at) => (at === index ? paid : 0n))
    return leftOfAmount(amounts, { index, goods, back })
  })
}

function basketOf({ purchase }: Rejudging, lines: readonly PurchaseLine[]): Basket {
  const total = sum(lines.map(({ gross }) => gross))
  const { bill } = purchase.details ?? {}
  return {
    occasion: 'PURCHASE',
    // Who bought, and where, was judged then: what is left of the offer asks for goods alone.
    business: purchase.merchant,
    merchant: purchase.merchant,
    venue: purchase.venue,
    placeName: '',
    contact: present(purchase.contact, 'only a purchase with a contact was awarded'),
    shopper: {
      segments: new Set(),
      schemes: new Set(),
      birthday: undefined,
      nameDay: undefined,
      since: purchase.date,
    },
    tiers: NO_TIERS,
    at: purchase.date,
    local: localMoment(purchase.date, 'UTC'),
    businessDay: localDay(purchase.date, 'UTC'),
    currency: purchase.currency,
    total,
    discount: purchase.total > 0n ? ((purchase.discount ?? 0n) * total) / purchase.total : 0n,
    lines,
    classification: undefined,
    channel: undefined,
    paymentMedium: undefined,
    tenders: [],
    bill: bill && { reference: bill.reference, total: BigInt(bill.total) - (purchase.total - total) },
    pass: undefined,
    luck: purchase.outcome.luck,
  }
}

/** The counters of its goal and of its bill, as they stood before the purchase. */
function countersThen(
  { purchase: { tenant, currency }, offer, explained }: Rejudging,
  basket: Basket,
): Counters {
  const found = counterBook()
  const progress = explained?.progress
  const terms = offer.terms.progress
  const goalAlone = { offer, goal: terms && { terms }, limits: [], asksForPass: false }
  const [goal] = countersOf(goalAlone, tenant, basket)
  if (progress && goal) {
    const amount = exactly(progress.before, unitOf(progress.of, currency))
    found.put({ ref: goal, amount, uses: progress.granted })
  }
  const bill = billCounter(offer, { tenant, basket })
  if (bill) {
    const amount = exactly(explained?.billed ?? 0, minorUnit(currency))
    found.put({ ref: bill, amount, uses: 0 })
  }
  return found
}

function minorUnit(currency: string): number {
  return 10 ** minorDigits(currency)
}

function unitOf(of: string, currency: string): number {
  if (of === 'AMOUNT') return minorUnit(currency)
  return of === 'QUANTITY' ? Number(ONE) : 1
}

/** An explanation holds decimals of at most 15 digits, so that this is exact. */
function exactly(value: number, unit: number): bigint {
  return BigInt(Math.round(value * unit))
}
