import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { countByHour, HOURS } from './count-by-hour.ts'

const words = texts.orders.byHour
const HOUR = 60 * 60
const MOST = 1_000
const figures = new Intl.NumberFormat(texts.locale)
const hourText = new Intl.DateTimeFormat(texts.locale, { hour: '2-digit', minute: '2-digit' })

/** When orders came in during the last day. */
export function ByHour({ venue }: { readonly venue: string | undefined }) {
  const placed = useRead(
    ['orders', 'by-hour', venue],
    async (client, options) => {
      const now = Math.floor(Date.now() / 1_000)
      const gte = now - HOURS * HOUR
      const asked = {
        size: 100,
        created_on: { gte },
        ...(venue === undefined ? {} : { fulfilled_by: venue }),
      }
      const found: number[] = []
      for await (const { submitted_date } of client.orders.each(asked, options)) {
        found.push(submitted_date)
        if (found.length === MOST) break
      }
      return countByHour(found, now)
    },
    { interval: SELDOM },
  )
  if (!placed.data || placed.data.total === 0) return null
  const { total, hours } = placed.data
  return (
    <Card title={words.title}>
      <Chart
        title={words.title}
        summary={words.summary(total)}
        kind="bars"
        isCount
        labels={hours.map(({ from }) => hourText.format(from * 1_000))}
        labelsName={words.hour}
        series={[{ name: texts.orders.title, values: hours.map(({ count }) => count) }]}
        show={(value) => figures.format(value)}
        height={140}
      />
    </Card>
  )
}
