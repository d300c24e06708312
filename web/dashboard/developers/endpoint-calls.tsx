import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { texts } from '../texts.ts'
import { EndpointHealth, useCalls, type WebhookReport } from './endpoint-health.tsx'

const words = texts.webhooks.calls
const HOUR = 60 * 60
const HOURS = 24
const LOW = 180
const figures = new Intl.NumberFormat(texts.locale)
const hourText = new Intl.DateTimeFormat(texts.locale, { hour: '2-digit', minute: '2-digit' })

/** How the calls of one endpoint ended in each hour of a day, and how long it took to answer. */
export function EndpointCalls({ id }: { readonly id: string }) {
  const report = useCalls()
  return (
    <Card title={words.title}>
      <Answer to={report} waiting={<SkeletonLines lines={8} />}>
        {(told) => (
          <>
            <EndpointHealth id={id} />
            <ByHour id={id} report={told} />
          </>
        )}
      </Answer>
    </Card>
  )
}

interface ByHourProps {
  readonly id: string
  readonly report: WebhookReport
}

function ByHour({ id, report: { from, content } }: ByHourProps) {
  const calls = content.find((each) => each.webhook_endpoint_id === id)
  if (!calls || calls.p95_milliseconds === null) return null
  const counted = new Map(calls.by_hour.map((each) => [each.hour, each]))
  const hours = Array.from({ length: HOURS }, (_, at) => from + at * HOUR)
  const milliseconds = (value: number) => texts.requests.milliseconds(value)
  return (
    <Chart
      title={words.title}
      summary={words.summary(calls.taken, calls.failed, milliseconds(calls.p95_milliseconds))}
      kind="bars"
      labels={hours.map((hour) => hourText.format(hour * 1_000))}
      labelsName={texts.requests.report.hour}
      series={[
        { name: words.taken, values: hours.map((hour) => counted.get(hour)?.taken ?? 0) },
        { name: words.failed, values: hours.map((hour) => counted.get(hour)?.failed ?? 0) },
      ]}
      over={{
        name: words.p95,
        values: hours.map((hour) => counted.get(hour)?.p95_milliseconds),
        show: milliseconds,
      }}
      show={(value) => figures.format(value)}
      isCount
      height={LOW}
    />
  )
}
