import { z } from 'zod'
import type { PoolId } from '../kit/id.ts'
import { isWithin, timing } from '../kit/timing.ts'
import { type Validity, validity } from '../kit/validity.ts'
import type { LocalMoment } from '../kit/zone.ts'
import { type BasketLine, matcherOf, PRODUCT_TARGETS } from '../products/index.ts'

/** Where and when commerce money may be spent; what is left out does not restrict. */
export const poolTerms = z.strictObject({
  description: z.string().max(2_000).optional(),
  organisations: z
    .array(z.strictObject({ id: z.guid() }))
    .max(1_000)
    .optional(),
  products: z
    .array(z.strictObject({ type: z.enum(PRODUCT_TARGETS), code: z.string().min(1).max(100) }))
    .max(5_000)
    .optional(),
  timings: z.array(timing).max(100).optional(),
  /** The contact has to switch the pool on before its money can be spent. */
  needs_activation: z.boolean().optional(),
  /** How long money of this pool may be spent; without it, for ever. */
  validity: validity.optional(),
})
export type PoolTerms = z.infer<typeof poolTerms>

export interface CommercePool {
  readonly id: PoolId
  readonly code: string
  readonly name: string
  readonly terms: PoolTerms
  readonly validity: Validity | undefined
  /** The lines that its money may pay at this place and moment; undefined with the reason: none. */
  readonly pays: (place: SpendPlace) => ((line: BasketLine) => boolean) | NotHere
}

export interface SpendPlace {
  readonly business: string
  readonly merchant: string
  readonly venue: string | undefined
  readonly local: LocalMoment
}

export type NotHere = 'NOT_AT_THIS_PLACE' | 'NOT_AT_THIS_TIME'

export function commercePool(id: PoolId, code: string, name: string, terms: PoolTerms): CommercePool {
  const organisations = terms.organisations && new Set(terms.organisations.map((each) => each.id))
  const matches = terms.products ? matcherOf(terms.products) : () => true
  const pays = ({ business, merchant, venue, local }: SpendPlace) => {
    const places = [business, merchant, ...(venue === undefined ? [] : [venue])]
    const here = !organisations || places.some((id) => organisations.has(id))
    if (!here) return 'NOT_AT_THIS_PLACE'
    if (terms.timings && !terms.timings.some((each) => isWithin(each, local))) return 'NOT_AT_THIS_TIME'
    return matches
  }
  return { id, code, name, terms, validity: terms.validity, pays }
}
