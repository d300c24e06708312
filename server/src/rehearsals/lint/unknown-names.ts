import {
  type CompiledOffer,
  keyOfTarget,
  type OfferTerms,
  type ProductTarget,
  saysTargets,
} from '../../engine/index.ts'
import type { Finding } from './finding.ts'
import type { Known, Setting } from './setting.ts'
import { outcomeAlone, type Trial } from './trial.ts'

/** Names that are asked for side by side: one of them is enough. */
interface Names {
  readonly what: string
  readonly wanted: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Codes that nothing has yet. Tills may still bring products and classifications of these codes, and contacts may still come into
 * the segments, so it is told beside a basket that would be awarded.
 */
export function unknownNames(
  offer: CompiledOffer,
  { known }: Setting,
  witnesses: readonly Trial[],
): Finding[] {
  const [trial] = witnesses
  if (!trial) return []
  const judged = { trial, outcome: outcomeAlone(offer, trial) }
  return namesIn(offer.offer.terms, known)
    .filter(({ unknown }) => unknown.length > 0)
    .map(({ what, wanted, unknown }) => {
      const isAll = unknown.length === wanted.length
      const names = unknown.slice(0, MOST_NAMED).join(', ')
      const more = unknown.length > MOST_NAMED ? ` and ${unknown.length - MOST_NAMED} more` : ''
      return {
        code: 'UNKNOWN_NAME',
        severity: isAll ? 'WARNING' : 'NOTICE',
        says: `${isAll ? `No ${what} that it names is known` : `Not every ${what} that it names is known`}: ${names}${more}.`,
        example: { of: 'BASKET', judged },
      }
    })
}

const MOST_NAMED = 5

function namesIn({ conditions, award }: OfferTerms, known: Known): readonly Names[] {
  const products = (targets: readonly ProductTarget[]): Names => ({
    what: 'product',
    wanted: targets.map((target) => saysTargets([target])),
    unknown: targets.filter((target) => !isKnown(target, known)).map((target) => saysTargets([target])),
  })
  const codes = (what: string, wanted: readonly string[], found: ReadonlySet<string>): Names => ({
    what,
    wanted,
    unknown: wanted.filter((code) => !found.has(code)),
  })
  const named = conditions.flatMap((each): Names[] => {
    switch (each.kind) {
      case 'PRODUCTS':
        return [products(each.products), isLess(products(each.except ?? []))]
      case 'BUNDLE':
        return each.items.map((item) => products(item.products))
      case 'SEGMENTS':
        return [
          codes('segment', each.any_of ?? [], known.segments),
          isLess(codes('segment', each.none_of ?? [], known.segments)),
        ]
      case 'CLASSIFICATIONS':
        return [codes('classification', each.classifications, known.classifications)]
      case 'TIERS':
        return [codes('tier', each.tiers.map(nameOf), tierNames(each.tiers, known))]
      case 'PASS':
        return [
          codes(
            'pass plan',
            each.pass_plans.map(nameOf),
            new Set(each.pass_plans.filter(({ id }) => known.passPlans.has(id)).map(nameOf)),
          ),
        ]
      default:
        return []
    }
  })
  return award.kind === 'PRODUCT' && award.products ? [...named, products(award.products)] : named
}

/** What is left out need not be there: even if none of it is known, the offer is what it says. */
function isLess(names: Names): Names {
  return { ...names, wanted: [...names.wanted, ''] }
}

function isKnown(target: ProductTarget, { products, groups }: Known): boolean {
  return target.type === 'SKU' ? products.has(target.code) : groups.has(keyOfTarget(target))
}

interface Stored {
  readonly id: string
  readonly name?: string | undefined
}

function nameOf({ id, name }: Stored): string {
  return name ?? id
}

function tierNames(tiers: readonly Stored[], { tiers: programme }: Known): ReadonlySet<string> {
  const ids = new Set<string>(programme?.tiers.map(({ id }) => id))
  return new Set(tiers.filter(({ id }) => ids.has(id)).map(nameOf))
}
