import { Answer } from '../../kit/answer.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Spark } from '../../kit/spark.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Head } from '../list/head.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { Claims } from './claims.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Given } from './given.tsx'
import { LatestPurchases } from './latest-purchases.tsx'
import { DueChart, LiabilityChart } from './liability-chart.tsx'
import { Needs } from './needs.tsx'
import { SalesByDay, Today } from './sales.tsx'
import { useOwedNow, useWeeks } from './use-weeks.ts'

const words = texts.home

/** How the business stands at a look, and what waits for somebody. */
export function Home() {
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <FirstSteps />
      <Needs />
      <Today />
      <Standing />
      <div className={styles.halves}>
        <div>
          <SalesByDay />
          <LiabilityChart />
          <DueChart />
        </div>
        <div>
          <LatestPurchases />
          <Given />
          <Claims />
        </div>
      </div>
    </div>
  )
}

/** What customers hold now, as the books have it. */
function Standing() {
  const report = useOwedNow()
  const { weeks } = useWeeks()
  return (
    <Answer to={report} waiting={<SkeletonRows rows={1} />}>
      {({ totals }) =>
        totals.map((total) => (
          <Stats key={total.currency_code}>
            <Stat
              name={words.stats.liability}
              below={<Link to={viewOf('reports')}>{words.stats.report}</Link>}
              spark={<Spark values={weeks.map(({ liability }) => liability)} />}
            >
              <Money amount={total.liability} currency={total.currency_code} />
            </Stat>
            <Stat
              name={words.stats.available}
              spark={<Spark values={weeks.map(({ available }) => available)} />}
            >
              <Money amount={total.available} currency={total.currency_code} tone="award" />
            </Stat>
            <Stat name={words.stats.payouts} below={<Link to={viewOf('payouts')}>{words.stats.queue}</Link>}>
              <Money amount={total.payouts_due} currency={total.currency_code} tone="cash" />
            </Stat>
            <Stat name={words.stats.debts} below={words.stats.debtsMean}>
              <Money amount={total.debts} currency={total.currency_code} />
            </Stat>
          </Stats>
        ))
      }
    </Answer>
  )
}
