import { NAMES, useRead } from '../../read.ts'
import { withoutBlanks } from '../draft.ts'
import type { Offer } from '../queries.ts'
import type { Writing } from '../use-draft.ts'
import type { RuleBook } from './basket.ts'

interface Previewed {
  readonly book: RuleBook
  /** The offer as it would be, in words. */
  readonly sentence: string
}

/** A draft is as it was saved; what runs is looked at with the change that was not published. */
export function useBook(offer: Offer, { draft, isChanged, problems }: Writing) {
  const isUnpublished = offer.state !== 'DRAFT' && isChanged && problems.length === 0
  const change = isUnpublished ? withoutBlanks(draft) : undefined
  return useRead<Previewed>(
    ['ruleBook', offer.id, offer.updated_on, change],
    async (client, options) => {
      const query = { include_sentence: true }
      const asked = { ...options, query }
      const { sentence = offer.sentence, ...book } = await client.rewardOffers.previewRuleBook(
        offer.id,
        { change },
        asked,
      )
      return { book, sentence }
    },
    { interval: NAMES, keeps: true },
  )
}
