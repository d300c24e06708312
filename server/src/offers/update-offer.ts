import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import type { OfferTerms } from '../engine/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, InvalidState, notFound } from '../kit/error.ts'
import type { OfferId } from '../kit/id.ts'
import { ensureDefaultPool } from '../wallets/index.ts'
import { openBudgets, requireOwnMoney } from './create-offers.ts'
import type { OfferChange } from './offer-body.ts'
import { findOffer, lockOffer, type StoredOffer, saveOffer } from './offers.store.ts'
import { changedTerms, openTranslation, type Translation } from './read-terms.ts'

/** Makes a new version of the offer; one that says the same as the present version is not made. */
export async function updateOffer(work: Work, idOrCode: string, change: OfferChange): Promise<OfferId> {
  const before = await lockOffer(work, idOrCode)
  if (!before) throw notFound('reward_offer', idOrCode)
  if (before.state === 'ENDED') {
    throw InvalidState({
      parameters: ['reward_offer', before.state],
      detail: `"${before.terms.name}" has ended; what it awarded is history and its terms stay as they were.`,
    })
  }
  const translation = await openTranslation(work)
  requireOwnMoney(work.actor, before.terms, translation.directory)
  const { code = before.code } = change
  if (code !== before.code && (await findOffer(work, code))) throw alreadyExists('code', code)

  const terms = await changedOffer(work, before.terms, change, translation)
  requireOwnMoney(work.actor, terms, translation.directory)
  refuseLateBudget(before, terms)

  const isNewVersion = !isSame(terms, before.terms)
  if (!isNewVersion && code === before.code) return before.id
  const changed = { ...before, code, terms, version: before.version + (isNewVersion ? 1 : 0) }
  await saveOffer(work, changed, { revision: await configurationChanged(work), isNewVersion })
  await openBudgets(work, [changed])
  return before.id
}

/** The terms as they would be after the change, which is not made. */
export async function changedOffer(
  work: Work,
  before: OfferTerms,
  change: OfferChange,
  translation: Translation,
): Promise<OfferTerms> {
  const pool = await ensureDefaultPool(work)
  const defaults = { pool: pool.id, funder: work.actor.within ?? work.actor.business }
  return changedTerms(work, { before, change, defaults, ...translation })
}

// Awards count against a budget from the first one on. One that came later would have to count awards of
// purchases that are being judged by the version before it at this very moment, and might be overrun by them.
function refuseLateBudget({ state, terms: before }: StoredOffer, after: OfferTerms): void {
  const [had, has] = [before.limits.budget !== undefined, after.limits.budget !== undefined]
  if (state === 'DRAFT' || had === has) return
  const message = has
    ? 'limits.budget cannot be added to an offer that ran without one; pause it and create an offer with it'
    : 'limits.budget cannot be taken from an offer that ran with one; raise it instead'
  throw InvalidState({
    parameters: ['limits.budget', state],
    detail: message,
    fields: [{ path: 'limits.budget', code: 'state', message }],
  })
}

function isSame(a: OfferTerms, b: OfferTerms): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))
}
