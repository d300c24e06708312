import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { runningSums, sumOf } from '../../kit/sum.ts'
import { type Reply, useRead } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
import styles from '../view.module.css'
import { everyDay } from './days-between.ts'
import type { Offer } from './queries.ts'

const words = texts.performance
const counts = new Intl.NumberFormat(texts.locale)

type Done = Reply<'rewardOffers', 'getPerformance'>

/** What the offer gave and cost, from the books. */
export function Performance({ offer }: { readonly offer: Offer }) {
  const done = useRead(['performance', offer.id], (client, options) =>
    client.rewardOffers.getPerformance(offer.id, {}, options),
  )
  return (
    <Answer to={done} waiting={<SkeletonLines lines={4} />}>
      {(told) => (
        <>
          <Figures done={told} />
          <ByDay done={told} />
        </>
      )}
    </Answer>
  )
}

function Figures({ done }: { readonly done: Done }) {
  const { currency_code: currency, awarded, undone, cost, purchases, sales, contacts, awards } = done
  const show = (amount: number) => amountIn(amount, currency)
  return (
    <Stats>
      <Stat name={words.cost} below={words.costBelow(show(awarded), show(undone))}>
        <Money amount={cost} currency={currency} tone="award" />
      </Stat>
      <Stat name={words.purchases} below={words.purchasesBelow(show(sales))}>
        {counts.format(purchases)}
      </Stat>
      <Stat name={words.contacts} below={words.contactsBelow(counts.format(awards))}>
        {counts.format(contacts)}
      </Stat>
      <Stat
        name={words.budget}
        below={done.budget === null ? words.noBudget : words.budgetBelow(show(done.budget))}
      >
        {done.budget_left === null ? texts.nothing : <Money amount={done.budget_left} currency={currency} />}
      </Stat>
    </Stats>
  )
}

function ByDay({ done: { by_day, budget, currency_code, time_zone } }: { readonly done: Done }) {
  const [first, last] = [by_day[0], by_day.at(-1)]
  if (!first || !last) return null
  const known = new Map(by_day.map((each) => [each.day, each]))
  const days = everyDay(first.day, last.day)
  const name = (day: string) => dayText(day, texts.locale)
  const costs = days.map((day) => known.get(day)?.cost ?? 0)
  const axis = {
    labels: days.map(name),
    feet: footTexts(days, texts.locale),
    labelsName: words.day,
  }
  const summary = words.summary(name(first.day), name(last.day), time_zone)
  const show = (amount: number) => amountIn(amount, currency_code)
  return (
    <>
      {budget !== null && (
        <Card title={words.burn}>
          <Chart
            {...axis}
            title={words.burn}
            summary={words.burnSummary(show(sumOf(costs)), show(budget))}
            kind="lines"
            series={[
              { name: words.soFar, values: runningSums(costs) },
              { name: words.ofBudget, values: days.map(() => budget) },
            ]}
            show={show}
          />
        </Card>
      )}
      <div className={styles.halves}>
        <div>
          <Card title={words.byDay}>
            <Chart
              {...axis}
              title={words.byDay}
              summary={summary}
              kind="bars"
              series={[{ name: words.cost, values: costs }]}
              show={show}
            />
          </Card>
        </div>
        <div>
          <Card title={words.awardsByDay}>
            <Chart
              {...axis}
              title={words.awardsByDay}
              summary={summary}
              kind="bars"
              series={[{ name: words.awards, values: days.map((day) => known.get(day)?.awards ?? 0) }]}
              show={(value) => counts.format(value)}
              isCount
            />
          </Card>
        </div>
      </div>
    </>
  )
}
