import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import type { Payout } from './payouts.tsx'

const words = texts.payouts.byDay
const DAYS = 28
const figures = new Intl.NumberFormat(texts.locale)

type Report = Reply<'payouts', 'getReport'>

/** As many as colours can tell apart; what the queue knows of each stands in its list. */
const GROUPS: Readonly<Record<keyof typeof words.groups, readonly Payout['state'][]>> = {
  paid: ['PAID'],
  underWay: ['PENDING', 'SENDING', 'SENT'],
  failed: ['FAILED', 'RETURNED'],
  unknown: ['UNKNOWN', 'REVERSAL_REQUIRED'],
  ended: ['CANCELLED', 'REVERSED'],
}
const NAMES = ['paid', 'underWay', 'failed', 'unknown', 'ended'] as const

/** How many payouts came up on each day, by how they stand now. */
export function ByDay() {
  const report = useRead(
    ['payouts', 'report'],
    (client, options) => client.payouts.getReport({ days: DAYS }, options),
    { interval: SELDOM },
  )
  return (
    <Card title={words.title}>
      <Answer to={report} waiting={<SkeletonLines lines={8} />}>
        {(told) => <Bars report={told} />}
      </Answer>
    </Card>
  )
}

function Bars({ report: { by_day: days, time_zone } }: { readonly report: Report }) {
  const series = NAMES.map((name) => ({
    name: words.groups[name],
    values: days.map(({ states }) =>
      states
        .filter(({ state }) => GROUPS[name].includes(state))
        .reduce((sum, { payouts }) => sum + payouts, 0),
    ),
  })).filter(({ values }) => values.some((value) => value > 0))
  if (series.length === 0) return <p>{words.none}</p>
  const all = series.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0)
  return (
    <Chart
      title={words.title}
      summary={words.summary(all, DAYS, time_zone)}
      kind="bars"
      labels={days.map(({ day }) => dayText(day, texts.locale))}
      feet={footTexts(
        days.map(({ day }) => day),
        texts.locale,
      )}
      labelsName={texts.home.sales.day}
      series={series}
      show={(value) => figures.format(value)}
      isCount
    />
  )
}
