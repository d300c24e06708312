import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { dayOf } from '../list/days.ts'
import { SELDOM, useRead } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
import { dueIn, owedIn } from './held.ts'
import { useOwedNow, useWeeks } from './use-weeks.ts'
import { useWhole } from './whole.ts'

const words = texts.home
const EACH_POOL = 1_000

/** What customers held week by week and hold now, by where they may spend it. */
export function LiabilityChart() {
  const now = useOwedNow()
  const { weeks, isWaiting } = useWeeks()
  const whole = useWhole()
  return (
    <Card title={whole(words.liability)}>
      <Answer to={now} waiting={<SkeletonLines lines={8} />}>
        {() => (isWaiting ? <SkeletonLines lines={8} /> : <Curve weeks={weeks} />)}
      </Answer>
    </Card>
  )
}

function Curve({ weeks }: Pick<ReturnType<typeof useWeeks>, 'weeks'>) {
  const last = weeks.at(-1)
  const past = weeks.slice(0, -1)
  if (!last || weeks.every(({ liability }) => liability === 0)) return <p>{words.due.none}</p>
  if (past.every(({ liability }) => liability === 0)) return <p>{words.noHistory}</p>
  const { currency } = last
  const days = past.map(({ at }) => dayOf(at))
  return (
    <Chart
      title={words.liability}
      summary={words.liabilitySummary(amountIn(last.liability, currency))}
      kind="area"
      labels={[...days.map((day) => dayText(day, texts.locale)), words.now]}
      feet={[...footTexts(days, texts.locale), words.now]}
      labelsName={words.week}
      series={[
        { name: words.series.commerce, values: weeks.map(({ commerce }) => commerce) },
        { name: words.series.open, values: weeks.map(({ open }) => open) },
      ]}
      show={(value) => amountIn(value, currency)}
    />
  )
}

/** When what is owed now expires unless it is spent: true of the first day as well. */
export function DueChart() {
  const whole = useWhole()
  const report = useRead(
    ['report', 'due'],
    (client, options) =>
      client.reports.getLiability({ by: 'expiry,pool', size: EACH_POOL }, { ...options, timeout: 60_000 }),
    { interval: SELDOM },
  )
  return (
    <Card
      title={whole(words.due.title)}
      aside={<Link to={viewOf('reports', { filters: { by: 'expiry' } })}>{words.stats.report}</Link>}
    >
      <Answer to={report} waiting={<SkeletonLines lines={8} />}>
        {(told) => <DueBars report={told} />}
      </Answer>
    </Card>
  )
}

function DueBars({ report }: { readonly report: Parameters<typeof owedIn>[0] }) {
  const [owed] = owedIn(report)
  if (!owed || owed.liability === 0) return <p>{words.due.none}</p>
  const { currency } = owed
  const due = dueIn(report, currency)
  const soon = due[0]
  return (
    <Chart
      title={words.due.title}
      summary={words.due.summary(amountIn((soon?.open ?? 0) + (soon?.commerce ?? 0), currency))}
      kind="bars"
      labels={due.map(({ band }) => words.due.bands[band])}
      labelsName={words.due.when}
      series={[
        { name: words.series.commerce, values: due.map(({ commerce }) => commerce) },
        { name: words.series.open, values: due.map(({ open }) => open) },
      ]}
      show={(value) => amountIn(value, currency)}
    />
  )
}
