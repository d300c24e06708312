import type { Work } from '../db/index.ts'
import type { OfferState, OfferTerms } from '../engine/index.ts'
import { configurationChanged } from '../events/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { alreadyExists } from '../kit/error.ts'
import { codeOf, idOf, newId, type OfferId, type OrganisationId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Directory } from '../organisations/index.ts'
import { ensureDefaultPool } from '../wallets/index.ts'
import { openCounters } from './counters.store.ts'
import type { OfferBody } from './offer-body.ts'
import { findOffer, insertOffers, type WrittenOffer } from './offers.store.ts'
import { changedTerms, openTranslation } from './read-terms.ts'

/** An offer in stored terms, for whoever makes many at once. */
export interface NewOffer {
  readonly id?: OfferId
  /** Without it, one that follows from the id. */
  readonly code?: string | undefined
  /** ACTIVE without it. */
  readonly state?: OfferState
  readonly terms: OfferTerms
}

/** Creates any number of offers in a few statements. */
export async function createOffers(work: Work, offers: readonly NewOffer[]): Promise<readonly OfferId[]> {
  const written = offers.map(({ id = newId<OfferId>(), code, state = 'ACTIVE', terms }): WrittenOffer => {
    return { id, code: code ?? codeOf(id), state, version: 1, terms }
  })
  if (written.length === 0) return []
  await insertOffers(work, written, await configurationChanged(work))
  await openBudgets(work, written)
  return written.map(({ id }) => id)
}

/**
 * A budget is counted on one row from the start, so that awards that come at once wait for each other there.
 */
export async function openBudgets(work: Work, offers: readonly WrittenOffer[]): Promise<void> {
  const { tenant } = work.actor
  await openCounters(
    work.sql,
    offers
      .filter(({ state, terms }) => state === 'ACTIVE' && terms.limits.budget !== undefined)
      .map(({ id }) => ({ tenant, offer: id, subject: id, period: '' })),
  )
}

export async function createOffer(work: Work, body: OfferBody): Promise<OfferId> {
  const { actor } = work
  if (body.code !== undefined && (await findOffer(work, body.code))) throw alreadyExists('code', body.code)
  const translation = await openTranslation(work)
  const pool = await ensureDefaultPool(work)
  const defaults = { pool: pool.id, funder: actor.within ?? actor.business }
  const terms = await changedTerms(work, { before: undefined, change: body, defaults, ...translation })
  requireOwnMoney(actor, terms, translation.directory)
  const [id] = await createOffers(work, [{ code: body.code, state: body.state, terms }])
  return present(id, 'an offer that was written has an id')
}

/** A key of one merchant or venue gives only that one's money away. */
export function requireOwnMoney({ within }: Actor, { funder_id }: OfferTerms, directory: Directory): void {
  if (within === undefined) return
  const funder = directory.organisations.get(idOf<OrganisationId>(funder_id))
  if (funder && directory.lineOf(funder).some(({ id }) => id === within)) return
  throw Forbidden({
    parameters: ['funder', funder_id],
    detail: 'A key of one merchant or venue changes only offers which that merchant or venue pays for.',
  })
}
