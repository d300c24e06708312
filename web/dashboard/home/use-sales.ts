import { SOON, useRead } from '../read.ts'
import { useAddress } from '../use-address.ts'

const DAYS = 84

/** What was sold in the last twelve weeks, in the days of the business; one asking for all that shows it. */
export function useSales() {
  const { scope } = useAddress()
  const asked = { days: DAYS, ...(scope === undefined ? {} : { organisation_id: scope }) }
  return useRead(
    ['purchases', 'sales', asked],
    (client, options) => client.reports.getSales(asked, options),
    { interval: SOON },
  )
}
