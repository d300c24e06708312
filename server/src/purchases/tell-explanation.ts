import type { ExplainedAward, ExplainedNearMiss, RefusedOffer } from '../engine/index.ts'
import { idOf, type OfferId } from '../kit/id.ts'
import type { Language } from '../kit/localised.ts'
import { formulaInGreek, nearMissInGreek, reasonInGreek } from '../offers/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Explanation } from './explain.ts'

interface OfferName {
  readonly code: string
  readonly name: string
}

type Named<Row> = Row & OfferName

export type ToldNearMiss = Named<ExplainedNearMiss>

/** An explanation with the names that its offers have now; stored are only their ids and versions. */
export interface ToldExplanation extends Omit<Explanation, 'awards' | 'refused' | 'near_misses'> {
  readonly awards: readonly Named<ExplainedAward>[]
  readonly refused: readonly Named<RefusedOffer>[]
  readonly near_misses: readonly ToldNearMiss[]
}

export function tellExplanation(stored: Explanation, { compiled }: Catalogue): ToldExplanation {
  return {
    ...stored,
    awards: stored.awards.map((row) => withName(row, compiled)),
    refused: stored.refused.map((row) => withName(row, compiled)),
    near_misses: (stored.near_misses ?? []).map((row) => withName(row, compiled)),
  }
}

export function withName<Row extends { readonly offer: string }>(
  row: Row,
  compiled: Catalogue['compiled'],
): Named<Row> {
  const found = compiled.get(idOf<OfferId>(row.offer))?.offer
  return { ...row, code: found?.code ?? '', name: found?.terms.name ?? '' }
}

/** Its words in the language of whoever reads it: stored are those that judging wrote, which are English. */
export function explanationIn<Told extends ToldExplanation>(
  language: Language | undefined,
  told: Told,
  { compiled }: Catalogue,
): Told {
  if (language !== 'el') return told
  const { awards, refused, near_misses } = told
  return {
    ...told,
    awards: awards.map((award) => ({ ...award, says: formulaInGreek(award.says) })),
    refused: refused.map(reasonInGreek),
    near_misses: near_misses.map((miss) => {
      const offer = compiled.get(idOf<OfferId>(miss.offer))?.offer
      return { ...miss, says: nearMissInGreek(miss, told.currency, offer) }
    }),
  }
}
