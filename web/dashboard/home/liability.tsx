import { Stat } from '../../kit/facts.tsx'
import { Money } from '../../kit/money.tsx'
import { Spark } from '../../kit/spark.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { amountIn, texts } from '../texts.ts'
import { Before } from './before.tsx'
import { useOwedBefore, useOwedNow, useWeeks } from './use-weeks.ts'
import { useWhole } from './whole.ts'

const words = texts.home.stats

/** What customers hold now, beside what they held a week ago, and the twelve weeks before. */
export function Liability() {
  const now = useOwedNow().data?.totals[0]
  const before = useOwedBefore().data?.totals
  const { weeks } = useWeeks()
  const whole = useWhole()
  if (!now) return null
  const { liability, currency_code: currency } = now
  const then = before && (before.find((total) => total.currency_code === currency)?.liability ?? 0)
  return (
    <Stat
      name={whole(words.liability)}
      below={
        <>
          {then !== undefined && <Before now={liability} then={then} show={(at) => amountIn(at, currency)} />}{' '}
          <Link to={viewOf('reports')}>{words.report}</Link>
        </>
      }
      spark={<Spark values={weeks.map((week) => week.liability)} />}
    >
      <Money amount={liability} currency={currency} />
    </Stat>
  )
}
