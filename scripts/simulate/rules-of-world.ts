import { text } from './commands.ts'
import type { AwardRule, Offer, Pool, Rules } from './model/rules.ts'
import type { Random } from './random.ts'

export const SKUS = ['BREAD', 'MILK', 'WINE', 'SOAP'] as const
const VENUES = ['V1', 'V2'] as const
const POOLS = 3
const MOST_OFFERS = 6

/** Pools, offers and contacts of a business that nobody has seen before. */
export function drawRules(random: Random, name: string): Rules {
  const pools = Array.from({ length: POOLS }, (_, index) => drawPool(random, `P${index + 1}`))
  const offers = Array.from({ length: random.whole(2, MOST_OFFERS) }, (_, index) =>
    drawOffer(random, index + 1, pools),
  )
  return {
    // Two discounts at once share out what is to pay; that is proved elsewhere.
    offers: offers.map((offer, index) => ({
      ...offer,
      instant: offer.instant && offers.findIndex(({ instant }) => instant) === index,
    })),
    pools: new Map(pools.map((pool) => [pool.code, pool])),
    contacts: [`${name}-A`, `${name}-B`, `${name}-C`],
    venues: VENUES,
  }
}

function drawPool(random: Random, code: string): Pool {
  const skus = someOf(random, SKUS)
  return {
    code,
    validDays: random.pick([2, 5, 20, 60]),
    ...(random.chance(0.4) ? { skus } : {}),
    ...(random.chance(0.2) ? { venues: [random.pick(VENUES)] } : {}),
  }
}

function drawOffer(random: Random, order: number, pools: readonly Pool[]): Offer {
  const instant = random.chance(0.2)
  const isGoal = !instant && random.chance(0.2)
  return {
    code: `O${order}`,
    order,
    award: isGoal ? { kind: 'FIXED', amount: random.whole(50, 300) } : drawAward(random, instant),
    onTop: random.chance(0.6),
    instant,
    pool: random.pick(pools).code,
    ...(random.chance(0.35) ? { skus: someOf(random, SKUS) } : {}),
    ...(random.chance(0.2) ? { venues: [random.pick(VENUES)] } : {}),
    ...(random.chance(0.3) ? { minimum: random.whole(500, 3_000) } : {}),
    ...(isGoal ? { everyVisit: random.whole(2, 4) } : {}),
    ...(random.chance(0.25) ? { budget: random.whole(500, 5_000) } : {}),
    ...(random.chance(0.3) ? { perContact: drawLimit(random) } : {}),
    ...(!instant && random.chance(0.25) ? { availableAfterDays: random.whole(1, 4) } : {}),
    ...(random.chance(0.25) ? { keepsOnReturn: true } : {}),
  }
}

function drawAward(random: Random, instant: boolean): AwardRule {
  const kind = instant ? 'PERCENTAGE' : random.pick(['PERCENTAGE', 'FIXED', 'PER_AMOUNT'] as const)
  switch (kind) {
    case 'PERCENTAGE':
      return {
        kind,
        basisPoints: random.whole(50, 3_000),
        ...(random.chance(0.3) ? { cap: random.whole(50, 500) } : {}),
      }
    case 'FIXED':
      return { kind, amount: random.whole(10, 500) }
    case 'PER_AMOUNT':
      return { kind, amount: random.whole(10, 100), every: random.whole(300, 1_500) }
  }
}

function drawLimit(random: Random): NonNullable<Offer['perContact']> {
  return random.chance(0.5) ? { amount: random.whole(100, 1_500) } : { uses: random.whole(1, 5) }
}

function someOf(random: Random, all: readonly string[]): string[] {
  const some = all.filter(() => random.chance(0.5))
  return some.length > 0 ? some : [random.pick(all)]
}

export function poolOnTheWire({ code, validDays, skus, venues }: Pool): object {
  return {
    code,
    name: code,
    validity: { count: validDays, unit: 'DAYS' },
    ...(skus ? { products: skus.map((sku) => ({ type: 'SKU', code: sku })) } : {}),
    ...(venues ? { organisations: venues.map((code) => ({ code })) } : {}),
  }
}

export function offerOnTheWire(offer: Offer): object {
  const { code, award, onTop, instant, pool, skus, venues, minimum, everyVisit, budget, perContact } = offer
  return {
    code,
    name: code,
    state: 'ACTIVE',
    award: awardOnTheWire(award),
    on_top: onTop,
    redeem_method: instant ? 'INSTANT' : 'DEFERRED',
    commerce_pool: { code: pool },
    return_policy: offer.keepsOnReturn ? 'KEEP' : 'PRO_RATA',
    conditions: [
      ...(skus ? [{ kind: 'PRODUCTS', products: skus.map((sku) => ({ type: 'SKU', code: sku })) }] : []),
      ...(venues ? [{ kind: 'ORGANISATIONS', organisations: venues.map((id) => ({ code: id })) }] : []),
      ...(minimum === undefined ? [] : [{ kind: 'AMOUNT', minimum: text(minimum) }]),
    ],
    ...(everyVisit === undefined ? {} : { progress: { of: 'VISITS', target: everyVisit } }),
    ...(offer.availableAfterDays === undefined
      ? {}
      : { available_after: { count: offer.availableAfterDays, unit: 'DAYS' } }),
    limits: {
      ...(budget === undefined ? {} : { budget: text(budget) }),
      ...(perContact
        ? {
            per_contact: {
              period: 'EVER',
              ...(perContact.amount === undefined ? {} : { amount: text(perContact.amount) }),
              ...(perContact.uses === undefined ? {} : { uses: perContact.uses }),
            },
          }
        : {}),
    },
  }
}

function awardOnTheWire(award: AwardRule): object {
  switch (award.kind) {
    case 'PERCENTAGE':
      return {
        kind: award.kind,
        rate: text(award.basisPoints),
        ...(award.cap === undefined ? {} : { cap: text(award.cap) }),
      }
    case 'FIXED':
      return { kind: award.kind, amount: text(award.amount) }
    case 'PER_AMOUNT':
      return { kind: award.kind, amount: text(award.amount), every: text(award.every) }
  }
}
