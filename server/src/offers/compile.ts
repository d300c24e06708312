import type { BasketLine } from '../products/index.ts'
import type { Bound } from './award.ts'
import { boundOfAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import type { Check } from './condition.ts'
import { compileConditions } from './conditions/index.ts'
import type { Offer } from './offer.ts'

/** An offer made ready to be judged many times: its checks in order, the index keys of its most selective condition. */
export interface CompiledOffer {
  readonly offer: Offer
  readonly checks: readonly Check[]
  readonly keys: readonly string[] | undefined
  /** What its award cannot exceed. */
  readonly bound: Bound
  /** The lines that all its product conditions leave in. */
  readonly qualifying: (lines: readonly BasketLine[]) => readonly BasketLine[]
}

export function compileOffer(offer: Offer): CompiledOffer {
  const checks = [availability(offer), ...compileConditions(offer.terms.conditions, offer.currency)]
  const admits = checks.flatMap((check) => (check.admits ? [check.admits] : []))
  return {
    offer,
    checks,
    keys: mostSelective(checks),
    bound: boundOfAward(offer.terms.award),
    qualifying:
      admits.length === 0
        ? (lines) => lines
        : (lines) => lines.filter((line) => admits.every((admit) => admit(line))),
  }
}

function availability({ terms: { availability } }: Offer): Check {
  const from = availability.from ?? Number.NEGATIVE_INFINITY
  const to = availability.to ?? Number.POSITIVE_INFINITY
  const day = (ms: number) => new Date(ms).toISOString()
  return {
    kind: 'AVAILABILITY',
    holds: ({ at }) => at.getTime() >= from && at.getTime() < to,
    shortfall: ({ at }) => ({
      seen: at.toISOString(),
      needed: [
        ...(availability.from === undefined ? [] : [`from ${day(availability.from)}`]),
        ...(availability.to === undefined ? [] : [`before ${day(availability.to)}`]),
      ].join(' and '),
    }),
  }
}

/**
 * Products are rarer in baskets than places are among purchases, so an offer on products stands under its products, any other
 * with keys under those; one without keys is looked at by every purchase.
 */
function mostSelective(checks: readonly Check[]): readonly string[] | undefined {
  const keyed = checks.filter(({ keys }) => keys !== undefined)
  return (keyed.find(({ kind }) => kind === 'PRODUCTS') ?? keyed[0])?.keys
}

/** The first condition that does not hold; undefined when all hold. */
export function firstFailing({ checks, qualifying }: CompiledOffer, basket: Basket): Check | undefined {
  let lines: readonly BasketLine[] | undefined
  for (const check of checks) {
    lines ??= check.admits ? qualifying(basket.lines) : undefined
    if (!check.holds(basket, lines ?? basket.lines)) return check
  }
  return undefined
}
