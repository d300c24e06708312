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
import { PurchasesToday, SalesByDay, Today } from './sales.tsx'
import { useOwedNow, useWeeks } from './use-weeks.ts'
import { useWhole } from './whole.ts'

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

/** How many came today, and how what customers hold stands in the books. */
function Standing() {
  const report = useOwedNow()
  const { weeks } = useWeeks()
  const whole = useWhole()
  return (
    <Answer to={report} waiting={<SkeletonRows rows={1} />}>
      {({ totals }) =>
        totals.map((total, at) => (
          <Stats key={total.currency_code}>
            {at === 0 && <PurchasesToday />}
            <Stat
              name={whole(words.stats.available)}
              spark={<Spark values={weeks.map(({ available }) => available)} />}
            >
              <Money amount={total.available} currency={total.currency_code} tone="award" />
            </Stat>
            <Stat
              name={whole(words.stats.payouts)}
              below={<Link to={viewOf('payouts')}>{words.stats.queue}</Link>}
            >
              <Money amount={total.payouts_due} currency={total.currency_code} tone="cash" />
            </Stat>
            <Stat name={whole(words.stats.debts)} below={words.stats.debtsMean}>
              <Money amount={total.debts} currency={total.currency_code} />
            </Stat>
          </Stats>
        ))
      }
    </Answer>
  )
}
