import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import type { AskWithin } from '../http/index.ts'
import { notFound, type Refusal } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { digestOf } from './compare.ts'
import { asConfiguring, differenceNow, requireLive } from './prepare-promotion.ts'
import type { Promotion } from './promotion.ts'
import type { ApplyBody } from './promotions.api.ts'
import { PromotionOutdated } from './promotions.errors.ts'
import { findPromotion, markApplied } from './promotions.store.ts'
import { writeChange } from './write-change.ts'

/**
 * First in the transaction: whoever changes a record that was read here makes the whole be tried again, and it is then refused because
 * it is not what was reviewed.
 */
export async function seeOneInstant({ db }: Work): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
}

/** Makes all changes of a promotion, if they are still what was reviewed. */
export async function applyPromotion(
  ask: AskWithin,
  work: Work,
  { id, digest }: ApplyBody & { readonly id: string },
): Promise<Promotion> {
  requireLive(work)
  const guid = parseGuid(id)
  // Those who change offers and places wait for each other here.
  await configurationChanged(work)
  const promotion = guid && (await findPromotion(work, guid, { isHeld: true }))
  if (!promotion) throw notFound('promotion', id)
  if (digest !== promotion.digest.toString('hex')) {
    throw outdated(digest, 'It is not the digest of this promotion; review what it says now.')
  }
  if (promotion.state === 'APPLIED') return promotion
  const now = await differenceNow(ask, work, promotion.kinds)
  if (!digestOf(now).equals(promotion.digest)) {
    throw outdated(
      digest,
      'One of the modes has changed since it was prepared; prepare another and review that.',
    )
  }
  for (const change of now) await writeChange(ask, asConfiguring(work), change)
  await markApplied(work, promotion.id)
  return { ...promotion, state: 'APPLIED', appliedAt: work.at }
}

function outdated(digest: string, detail: string): Refusal {
  return PromotionOutdated({ parameters: ['digest', digest], detail })
}
