import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { OfferId } from '../kit/id.ts'
import { openBudgets, requireOwnMoney } from './create-offers.ts'
import { lockOffer, saveOffer } from './offers.store.ts'
import { openTranslation } from './read-terms.ts'

/** Starts, pauses or ends an offer; what it is already, it stays. */
export async function setOfferState(
  work: Work,
  idOrCode: string,
  state: 'ACTIVE' | 'INACTIVE' | 'ENDED',
): Promise<OfferId> {
  const before = await lockOffer(work, idOrCode)
  if (!before) throw notFound('reward_offer', idOrCode)
  const { directory } = await openTranslation(work)
  requireOwnMoney(work.actor, before.terms, directory)
  if (before.state === state) return before.id
  if (before.state === 'ENDED') {
    throw InvalidState({
      parameters: ['reward_offer', before.state],
      detail: `"${before.terms.name}" has ended for good; create a new offer with its terms instead.`,
    })
  }
  if (before.state === 'DRAFT' && state !== 'ACTIVE') {
    throw InvalidState({
      parameters: ['reward_offer', before.state],
      detail: `"${before.terms.name}" is a draft, which awards nothing; only an offer that was started can be paused or ended.`,
    })
  }
  const changed = { ...before, state }
  await saveOffer(work, changed, { revision: await configurationChanged(work), isNewVersion: false })
  await openBudgets(work, [changed])
  return before.id
}
