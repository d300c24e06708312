import { NAMES, useRead } from '../../read.ts'
import { withoutBlanks } from '../draft.ts'
import type { Offer } from '../queries.ts'
import type { Writing } from '../use-draft.ts'
import type { RuleBook } from './basket.ts'

/** A draft is as it was saved; what runs is looked at with the change that was not published. */
export function useBook(offer: Offer, { draft, isChanged, problems }: Writing) {
  const isUnpublished = offer.state !== 'DRAFT' && isChanged && problems.length === 0
  const change = isUnpublished ? withoutBlanks(draft) : undefined
  return useRead<RuleBook>(
    ['ruleBook', offer.id, offer.updated_on, change],
    (client, options) => client.rewardOffers.previewRuleBook(offer.id, { change }, options),
    { interval: NAMES, keeps: true },
  )
}
