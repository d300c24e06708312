import type { Work } from '../db/index.ts'
import type { ContactId, OfferId } from '../kit/id.ts'
import { lockCounters, saveCounters } from './counters.store.ts'
import { type CounterRef, counterKey } from './limits.ts'
import { offerTerms, periodKey } from './offer.ts'

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
  const used = (await Promise.all(awards.map((award) => countersUsed(work, award)))).flat()
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

async function countersUsed(work: Work, award: TakenBack): Promise<{ ref: CounterRef; award: TakenBack }[]> {
  const { tenant } = work.actor
  const row = await work.db
    .selectFrom('offer_versions')
    .select('terms')
    .where('tenant', '=', tenant)
    .where('offer_id', '=', award.offer)
    .where('version', '=', award.version)
    .executeTakeFirstOrThrow()
  const { limits } = offerTerms.parse(row.terms)
  const refs: CounterRef[] = []
  if (limits.budget !== undefined) refs.push({ tenant, offer: award.offer, subject: award.offer, period: '' })
  if (limits.per_contact) {
    const period = periodKey(limits.per_contact.period, award.day)
    refs.push({ tenant, offer: award.offer, subject: award.contact, period })
  }
  return refs.map((ref) => ({ ref, award }))
}
