import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
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

function ByDay({ done: { by_day, currency_code, time_zone } }: { readonly done: Done }) {
  const [first, last] = [by_day[0], by_day.at(-1)]
  if (!first || !last) return null
  const known = new Map(by_day.map((each) => [each.day, each]))
  const days = everyDay(first.day, last.day)
  const name = (day: string) => dayText(day, texts.locale)
  return (
    <Card title={words.byDay}>
      <Chart
        title={words.byDay}
        summary={words.summary(name(first.day), name(last.day), time_zone)}
        kind="bars"
        labels={days.map(name)}
        feet={footTexts(days, texts.locale)}
        labelsName={words.day}
        series={[{ name: words.cost, values: days.map((day) => known.get(day)?.cost ?? 0) }]}
        show={(amount) => amountIn(amount, currency_code)}
      />
    </Card>
  )
}
