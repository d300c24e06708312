import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { OfferId } from '../kit/id.ts'
import { requireOwnMoney } from './create-offers.ts'
import { lockOffer, removeOffer } from './offers.store.ts'
import { openTranslation } from './read-terms.ts'

/** Deletes a draft; whatever ran is history. */
export async function deleteOffer(work: Work, idOrCode: string): Promise<OfferId> {
  const offer = await lockOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  requireOwnMoney(work.actor, offer.terms, (await openTranslation(work)).directory)
  if (offer.state !== 'DRAFT') {
    throw InvalidState({
      parameters: ['reward_offer', offer.state],
      detail: `"${offer.terms.name}" has been live, so purchases may point to it; end it with life_cycle_state ENDED instead.`,
    })
  }
  await removeOffer(work, offer.id)
  return offer.id
}
