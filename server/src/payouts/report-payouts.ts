import type { Work } from '../db/index.ts'
import { wireNumber } from '../kit/money.ts'
import { readBusiness } from '../organisations/index.ts'
import type { PayoutReport } from './payouts.api.ts'
import { payoutsByDay } from './report.store.ts'

/** The payouts of the last days as they stand now: one that is paid tomorrow is paid in its day. */
export async function reportPayouts(work: Work, { days }: { readonly days: number }): Promise<PayoutReport> {
  const { timeZone, currency } = await readBusiness(work.db, work.actor.tenant)
  const rows = await payoutsByDay(work, { days, zone: timeZone, currency })
  return {
    currency_code: currency,
    time_zone: timeZone,
    by_day: [...Map.groupBy(rows, ({ day }) => day)].map(([day, found]) => ({
      day,
      states: found.flatMap(({ state, payouts, amount }) =>
        state === null ? [] : [{ state, payouts, amount: wireNumber(amount, currency) }],
      ),
    })),
  }
}
