import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { findOffer } from '../offers/index.ts'
import { readBusiness } from '../organisations/index.ts'
import type { PerformanceReply } from './performance.api.ts'
import { type Done, doneByOffer } from './performance.store.ts'
import { periodOf, requireWholeBusiness, tellPeriod } from './report-period.ts'

/** What an offer gave, to how many, and what that cost, as the books have it. */
export async function reportPerformance(
  work: Work,
  idOrCode: string,
  query: { readonly from?: Date | undefined; readonly to?: Date | undefined },
): Promise<PerformanceReply> {
  requireWholeBusiness(work.actor)
  const period = periodOf(work, query)
  const told = await tellPeriod(work, period)
  const { timeZone, currency } = await readBusiness(work.db, work.actor.tenant)
  const offer = await findOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  const { whole, days } = await doneByOffer(work, offer.id, { ...period, zone: timeZone })
  const show = (minor: bigint) => wireNumber(minor, currency)
  return {
    offer: { id: offer.id, code: offer.code, name: offer.terms.name },
    currency_code: currency,
    ...told,
    time_zone: timeZone,
    ...showDone(whole, show),
    sales: show(whole.sales),
    ...budgetOf(offer.terms.limits.budget, offer.budgetUsed, show),
    by_day: days.map(({ day, ...done }) => ({ day, ...showDone(done, show) })),
  }
}

function showDone({ purchases, contacts, awards, awarded, undone }: Done, show: (minor: bigint) => number) {
  return {
    purchases,
    contacts,
    awards,
    awarded: show(awarded),
    undone: show(undone),
    cost: show(awarded - undone),
  }
}

function budgetOf(budget: string | undefined, used: bigint | null, show: (minor: bigint) => number) {
  if (budget === undefined) return { budget: null, budget_used: null, budget_left: null }
  const most = BigInt(budget)
  return { budget: show(most), budget_used: show(used ?? 0n), budget_left: show(most - (used ?? 0n)) }
}
