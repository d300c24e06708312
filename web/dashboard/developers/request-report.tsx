import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { Rows } from '../../kit/rows.tsx'
import { Below } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import own from './requests.module.css'
import { ErrorTold, shortPath } from './requests.tsx'

const words = texts.requests
const HOUR = 60 * 60
const HOURS = 24
const rates = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 1 })
const figures = new Intl.NumberFormat(texts.locale)
const hourText = new Intl.DateTimeFormat(texts.locale, { hour: '2-digit', minute: '2-digit' })

/** What was refused lately, grouped, and how much was asked in each hour. */
export function RequestReport() {
  const report = useRead(
    ['requests', 'report'],
    (client, options) => client.requestLog.getRequestReport({ hours: HOURS }, options),
    { interval: SOON },
  )
  if (!report.data || report.data.hours.length === 0) return null
  const { from, hours, refusals } = report.data
  const counted = new Map(hours.map((each) => [each.hour, each]))
  const all = Array.from({ length: HOURS }, (_, at) => from + at * HOUR)
  const sum = (read: (hour: (typeof hours)[number]) => number) =>
    hours.reduce((total, hour) => total + read(hour), 0)
  const requests = sum((hour) => hour.requests)
  const refused = sum((hour) => hour.refused)
  return (
    <div className={styles.halves}>
      <div>
        <Card title={words.report.title}>
          <Chart
            title={words.report.title}
            summary={words.report.summary(requests, refused)}
            kind="bars"
            labels={all.map((hour) => hourText.format(hour * 1_000))}
            labelsName={words.report.hour}
            series={[
              { name: words.report.wentWell, values: all.map((hour) => wentWell(counted.get(hour))) },
              { name: words.report.refused, values: all.map((hour) => counted.get(hour)?.refused ?? 0) },
            ]}
            over={{
              name: words.report.rate,
              values: all.map((hour) => rateOf(counted.get(hour))),
              show: (rate) => `${rates.format(rate)} %`,
            }}
            show={(value) => figures.format(value)}
            isCount
            height={160}
          />
        </Card>
      </div>
      <div>
        <Card title={words.report.refusals}>
          {refusals.length === 0 ? (
            <p>{words.report.none}</p>
          ) : (
            <Rows
              label={words.report.refusals}
              head={[words.columns.request, words.report.number]}
              rows={refusals.slice(0, 6).map((group) => ({
                key: `${group.operation} ${group.status} ${group.error}`,
                cells: [
                  <span key="what">
                    <Link to={viewOf('requests', { open: group.last_id })}>
                      {group.error === null ? String(group.status) : <ErrorTold error={group.error} />}
                    </Link>
                    <Below>
                      <code className={own.path}>
                        {group.method} {shortPath(group.path)}
                      </code>
                    </Below>
                    <Below>
                      <Time at={group.last_date} inList />
                    </Below>
                  </span>,
                  figures.format(group.requests),
                ],
              }))}
            />
          )}
        </Card>
      </div>
    </div>
  )
}

interface Hour {
  readonly requests: number
  readonly refused: number
}

function wentWell(hour: Hour | undefined): number {
  return hour ? hour.requests - hour.refused : 0
}

/** Of a hundred requests, how many were refused; nothing where nobody asked. */
function rateOf(hour: Hour | undefined): number | undefined {
  return hour && hour.requests > 0 ? (100 * hour.refused) / hour.requests : undefined
}
