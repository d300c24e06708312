import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Spark } from '../../kit/spark.tsx'
import type { Reply } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
import { Before } from './before.tsx'
import { Liability } from './liability.tsx'
import { useSales } from './use-sales.ts'

const words = texts.home.sales
const SHOWN_DAYS = 28
const WEEK = 7

type Report = Reply<'reports', 'getSales'>
type Day = Report['by_day'][number]

/** Today beside the same day of last week, and the twelve weeks before it; and what is owed now. */
export function Today() {
  const sales = useSales()
  const report = sales.data
  // Where it fails, the sales by day below tell it.
  if (sales.isPending) return <SkeletonLines lines={4} />
  const today = report?.by_day.at(-1)
  if (!report || !today) return null
  const before = report.by_day.at(-1 - WEEK)
  const { currency_code: currency } = report
  const amounts = ['sales', 'awarded', 'spent'] as const
  return (
    <Stats>
      {amounts.map((name) => (
        <Stat
          key={name}
          name={words.today[name]}
          below={
            before && <Before now={today[name]} then={before[name]} show={(at) => amountIn(at, currency)} />
          }
          spark={<Spark values={weeksOf(report.by_day, (day) => day[name])} />}
        >
          <Money amount={today[name]} currency={currency} />
        </Stat>
      ))}
      <Liability />
    </Stats>
  )
}

/** Purchases of today, beside the same day of last week. */
export function PurchasesToday() {
  const report = useSales().data
  const today = report?.by_day.at(-1)
  const before = report?.by_day.at(-1 - WEEK)
  if (!report || !today) return null
  return (
    <Stat
      name={words.today.purchases}
      below={before && <Before now={today.purchases} then={before.purchases} show={words.count} />}
      spark={<Spark values={weeksOf(report.by_day, ({ purchases }) => purchases)} />}
    >
      {words.count(today.purchases)}
    </Stat>
  )
}

function weeksOf(days: readonly Day[], read: (day: Day) => number): readonly number[] {
  return Array.from({ length: days.length / WEEK }, (_, week) =>
    days.slice(week * WEEK, (week + 1) * WEEK).reduce((sum, day) => sum + read(day), 0),
  )
}

/** What was sold on each day, in the zone of the business. */
export function SalesByDay() {
  const sales = useSales()
  return (
    <Card title={words.byDay}>
      <Answer to={sales} waiting={<SkeletonLines lines={8} />}>
        {(report) => <Bars report={report} />}
      </Answer>
    </Card>
  )
}

function Bars({ report }: { readonly report: Report }) {
  const { currency_code: currency } = report
  const days = report.by_day.slice(-SHOWN_DAYS)
  const sum = (read: (day: Day) => number) => days.reduce((total, day) => total + read(day), 0)
  if (sum(({ purchases }) => purchases) === 0) return <p>{words.none}</p>
  return (
    <Chart
      title={words.byDay}
      summary={words.summary(
        sum(({ purchases }) => purchases),
        SHOWN_DAYS,
      )}
      kind="bars"
      labels={days.map(({ day }) => dayText(day, texts.locale))}
      feet={footTexts(
        days.map(({ day }) => day),
        texts.locale,
      )}
      labelsName={words.day}
      series={[{ name: words.sold, values: days.map((day) => day.sales) }]}
      show={(value) => amountIn(value, currency)}
    />
  )
}
