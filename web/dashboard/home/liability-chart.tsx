import { Chart } from '../../kit/chart/chart.tsx'
import { dayText } from '../../kit/moment.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { dayOf } from '../list/days.ts'
import { amountIn, texts } from '../texts.ts'
import { useWeeks } from './use-weeks.ts'

const words = texts.home

/** What customers held week by week, by whether they could spend it. */
export function LiabilityChart() {
  const { weeks, isWaiting } = useWeeks()
  if (isWaiting) return <SkeletonLines lines={8} />
  const last = weeks.at(-1)
  if (!last || weeks.every(({ liability }) => liability === 0)) return <p>{words.noHistory}</p>
  const { currency } = last
  return (
    <Chart
      title={words.liability}
      summary={words.liabilitySummary(amountIn(last.liability, currency))}
      kind="area"
      labels={weeks.map(({ at }) => dayText(dayOf(at), texts.locale))}
      labelsName={words.week}
      series={[
        { name: words.series.available, values: weeks.map(({ available }) => available) },
        { name: words.series.pending, values: weeks.map(({ pending }) => pending) },
        { name: words.series.blocked, values: weeks.map(({ blocked }) => blocked) },
      ]}
      show={(value) => amountIn(value, currency)}
    />
  )
}
