import type { Work } from '../db/index.ts'
import { wireNumber } from '../kit/money.ts'
import { getOrganisation, readBusiness } from '../organisations/index.ts'
import { requireWholeBusiness } from './report-period.ts'
import type { SalesReply } from './sales.api.ts'
import { receiptsToClaim, type Sold, salesByDay } from './sales.store.ts'

/** What was bought on each of the last days, as it stands now. */
export async function reportSales(
  work: Work,
  { days, organisation_id: named }: { readonly days: number; readonly organisation_id?: string | undefined },
): Promise<SalesReply> {
  requireWholeBusiness(work.actor)
  const at = named === undefined ? undefined : (await getOrganisation(work, named)).id
  const { timeZone, currency } = await readBusiness(work.db, work.actor.tenant)
  const asked = { days, zone: timeZone, currency, at }
  const found = await salesByDay(work, asked)
  const show = ({ sales, awarded, spent, ...counted }: Sold) => ({
    ...counted,
    sales: wireNumber(sales, currency),
    awarded: wireNumber(awarded, currency),
    spent: wireNumber(spent, currency),
  })
  return {
    currency_code: currency,
    time_zone: timeZone,
    ...show(found.whole),
    receipts: await receiptsToClaim(work, asked),
    by_day: found.days.map(({ day, ...sold }) => ({ day, ...show(sold) })),
  }
}
