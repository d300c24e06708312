import type { Work } from '../db/index.ts'
import { type ContactId, idOf, type OfferId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { lockCounters, saveCounters } from './counters.store.ts'
import { type CounterRef, counterKey } from './limits.ts'
import { type OfferTerms, offerTerms, periodKey } from './offer.ts'

/** An award that is taken back, in whole (`uses` 1) or in part (`uses` 0). */
export interface TakenBack {
  readonly offer: OfferId
  readonly version: number
  readonly contact: ContactId
  /** The local day of the purchase in the business's zone, which its limits were counted in. */
  readonly day: string
  readonly amount: bigint
  readonly uses: 0 | 1
}

/** Gives budgets and limits back what an award had used of them, by the terms that awarded it. */
export async function giveBack(work: Work, awards: readonly TakenBack[]): Promise<void> {
  const limits = await limitsOf(work, awards)
  const used = awards.flatMap((award) => countersUsed(work, award, limits.get(versionKey(award))))
  const counters = await lockCounters(
    work.sql,
    used.map(({ ref }) => ref),
  )
  for (const { ref, award } of used) {
    const counter = counters.get(counterKey(ref))
    if (!counter) continue
    counter.amount -= award.amount
    counter.uses -= award.uses
  }
  await saveCounters(work.sql, [...counters.values()])
}

type Limits = OfferTerms['limits']

function versionKey({ offer, version }: Pick<TakenBack, 'offer' | 'version'>): string {
  return `${offer}|${version}`
}

/** The limits of the versions that awarded, in one query. */
async function limitsOf(
  { db, actor }: Work,
  awards: readonly TakenBack[],
): Promise<ReadonlyMap<string, Limits>> {
  if (awards.length === 0) return new Map()
  const offers = [...new Set(awards.map(({ offer }) => offer))]
  const rows = await db
    .selectFrom('offer_versions')
    .select(['offer_id', 'version', 'terms'])
    .where('tenant', '=', actor.tenant)
    .where('offer_id', 'in', offers)
    .execute()
  return new Map(
    rows.map(({ offer_id, version, terms }) => [
      versionKey({ offer: idOf<OfferId>(offer_id), version }),
      offerTerms.parse(terms).limits,
    ]),
  )
}

function countersUsed(
  work: Work,
  award: TakenBack,
  limits: Limits | undefined,
): { ref: CounterRef; award: TakenBack }[] {
  const { budget, per_contact } = present(limits, 'the version that awarded is kept')
  const { tenant } = work.actor
  const refs: CounterRef[] = []
  if (budget !== undefined) refs.push({ tenant, offer: award.offer, subject: award.offer, period: '' })
  if (per_contact) {
    const period = periodKey(per_contact.period, award.day)
    refs.push({ tenant, offer: award.offer, subject: award.contact, period })
  }
  return refs.map((ref) => ({ ref, award }))
}
