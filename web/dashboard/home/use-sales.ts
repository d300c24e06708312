import { SOON, useRead } from '../read.ts'

const DAYS = 84

/** What was sold in the last twelve weeks, in the days of the business; one asking for all that shows it. */
export function useSales() {
  return useRead(
    ['purchases', 'sales'],
    (client, options) => client.reports.getSales({ days: DAYS }, options),
    { interval: SOON },
  )
}
