import { type CompiledOffer, compileOffer } from '../src/engine/index.ts'
import { idOf, type TierId } from '../src/kit/id.ts'
import type { Finding } from '../src/rehearsals/lint/finding.ts'
import { lint } from '../src/rehearsals/lint/lint.ts'
import type { Place, Setting } from '../src/rehearsals/lint/setting.ts'
import { line, skus } from './baskets.ts'
import { organisation, stored } from './names.ts'
import { offer } from './offers-in-words.ts'

/** Where offers in words are linted: two merchants, what there is in the shelves, tiers, a scheme and a pass plan. */

// It is Monday, 23 November 2026, 14:00 in Nicosia, where the clock is set on the last Sundays of March and October.
const ZONE = 'Europe/Nicosia'
const business = organisation('Business')

export function place(merchant: string, venue?: string): Place {
  return {
    business,
    merchant: organisation(merchant),
    venue: venue === undefined ? undefined : organisation(venue),
    name: venue ?? merchant,
    zone: ZONE,
  }
}

export const tier = (code: string, units: bigint) => ({
  id: idOf<TierId>(stored('tier', code).id),
  code,
  name: code,
  units,
})
const named = (kind: 'scheme' | 'pass_plan', code: string) =>
  new Map([[stored(kind, code).id, { code, name: code }]])

export const street: Omit<Setting, 'live'> = {
  now: new Date('2026-11-23T12:00:00Z'),
  business,
  businessZone: ZONE,
  places: [place('Corner'), place('Corner', 'Harbour'), place('Market')],
  known: {
    products: new Map(skus.map((sku) => [sku, line(`${sku} 1.00`)])),
    groups: new Map(
      ['FAMILY:dairy', 'FAMILY:bakery', 'FAMILY:drinks', 'BRAND:house', 'TYPE:food'].map((key) => [
        key,
        true,
      ]),
    ),
    tiers: {
      unitsPer: 10_000n,
      period: 'YEAR',
      tiers: [tier('bronze', 0n), tier('silver', 100n), tier('gold', 500n)],
    },
    schemes: named('scheme', 'club'),
    passPlans: named('pass_plan', 'summer'),
    segments: new Set(['vip', 'staff']),
    classifications: new Set(['DINE_IN']),
  },
}

/** The youngest of all. */
export function own(text: string): CompiledOffer {
  return offer(text, 99)
}

export function offers(texts: readonly string[]): CompiledOffer[] {
  return texts.map((text, position) => offer(text, position))
}

export function linted(offer: CompiledOffer, live: readonly CompiledOffer[] = []): readonly Finding[] {
  return lint(offer, { ...street, live })
}

/** Both say something of the same kind, which words can say but once. */
export function both(first: string, second: string): CompiledOffer {
  const { offer: one } = own(first)
  const { terms } = offer(second).offer
  return compileOffer({
    ...one,
    terms: { ...one.terms, conditions: [...one.terms.conditions, ...terms.conditions] },
  })
}

/** "ERROR NEVER_FIRES" */
export function brief({ severity, code }: Finding): string {
  return `${severity} ${code}`
}

/** The finding of a code; there is one. */
export function only(found: readonly Finding[], code: Finding['code']): Finding {
  const [first] = found.filter((each) => each.code === code)
  if (!first) throw new Error(`no ${code} among ${found.map(brief).join()}`)
  return first
}
