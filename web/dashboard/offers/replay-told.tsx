import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { dayText, footTexts } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { viewOf } from '../address.ts'
import { ContactName } from '../contacts/contact-name.tsx'
import { Link } from '../link.tsx'
import { amountIn, texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import { everyDay } from './days-between.ts'
import type { Change, ReplayReport } from './replay-report.ts'
import { WinnersChart } from './winners-chart.tsx'

const words = texts.replay
const counts = new Intl.NumberFormat(texts.locale)
const MOST_NAMED = 8

/** The outcome of a replay: cost, winners and losers, what else is touched. */
export function ReplayTold({ report }: { readonly report: ReplayReport }) {
  const { currency, byDay } = report
  const show = (value: number) => amountIn(value, currency)
  const known = new Map(byDay.map(({ day, cost }) => [day, cost]))
  const days = everyDay(byDay[0]?.day ?? '', byDay.at(-1)?.day ?? '')
  return (
    <>
      <Stats>
        <Stat name={words.cost} below={words.takenBack(show(report.takenBack))}>
          <Money amount={report.cost} currency={currency} tone="award" />
        </Stat>
        <Stat name={words.extra} below={words.extraMeans}>
          <Money amount={report.extraCost} currency={currency} />
        </Stat>
        <Stat name={words.awarded} below={words.ofPurchases(counts.format(report.purchases))}>
          {counts.format(report.awardedPurchases)}
        </Stat>
        <Stat
          name={words.contacts}
          below={words.change(counts.format(report.gaining), counts.format(report.losing))}
        >
          {counts.format(report.contactsAwarded)}
        </Stat>
      </Stats>
      {byDay.length > 0 && (
        <Card title={words.byDay}>
          <Chart
            title={words.byDay}
            summary={words.byDaySummary(byDay.length, show(byDay.reduce((sum, { cost }) => sum + cost, 0)))}
            kind="bars"
            labels={days.map((day) => dayText(day, texts.locale))}
            feet={footTexts(days, texts.locale)}
            labelsName={words.day}
            series={[{ name: words.cost, values: days.map((day) => known.get(day) ?? 0) }]}
            show={show}
          />
        </Card>
      )}
      <WinnersChart report={report} />
      <div className={styles.halves}>
        <div>
          <Changes title={words.winners} changes={report.mostGained} currency={currency} />
          <Changes title={words.losers} changes={report.mostLost} currency={currency} />
          <LargestAwards report={report} />
        </div>
        <div>
          <Overlaps report={report} />
          <Refusals report={report} />
        </div>
      </div>
    </>
  )
}

interface ChangesProps {
  readonly title: string
  readonly changes: readonly Change[]
  readonly currency: string
}

function Changes({ title, changes, currency }: ChangesProps) {
  if (changes.length === 0) return null
  return (
    <Card title={title}>
      <Rows
        label={title}
        head={[words.contact, words.without, words.with, words.difference]}
        rows={changes.slice(0, MOST_NAMED).map(({ contact, without, with: changed, change }) => ({
          key: contact,
          cells: [
            <ContactName key="contact" id={contact} />,
            <Money key="without" amount={without} currency={currency} />,
            <Money key="with" amount={changed} currency={currency} />,
            <Money key="change" amount={change} currency={currency} signed />,
          ],
        }))}
      />
    </Card>
  )
}

function LargestAwards({ report: { largest, currency } }: { readonly report: ReplayReport }) {
  if (largest.length === 0) return null
  return (
    <Card title={words.largest}>
      <Rows
        label={words.largest}
        head={[words.day, words.reckoned, words.amount]}
        texts={[1]}
        rows={largest.map(({ purchase, day, says, amount }) => ({
          key: purchase,
          cells: [
            <Link key="day" to={viewOf('purchases', { id: purchase })}>
              {dayText(day, texts.locale)}
            </Link>,
            says,
            <Money key="amount" amount={amount} currency={currency} tone="award" />,
          ],
        }))}
      />
    </Card>
  )
}

function Overlaps({ report: { overlaps } }: { readonly report: ReplayReport }) {
  if (overlaps.length === 0) return null
  return (
    <Card title={words.overlaps}>
      <Rows
        label={words.overlaps}
        head={[words.offer, words.besideIt, words.displaced]}
        rows={overlaps.map(({ offer, name, beside, displaced }) => ({
          key: offer,
          cells: [
            <Link key="offer" to={viewOf('offers', { id: offer })}>
              {name}
            </Link>,
            counts.format(beside),
            counts.format(displaced),
          ],
        }))}
      />
    </Card>
  )
}

function Refusals({ report: { refused } }: { readonly report: ReplayReport }) {
  if (refused.length === 0) return null
  return (
    <Card title={words.refused}>
      <Rows
        label={words.refused}
        head={[words.condition, words.purchases]}
        rows={refused.map(({ condition, purchases }) => ({
          key: condition,
          cells: [wordFor(texts.why.conditions, condition), counts.format(purchases)],
        }))}
      />
    </Card>
  )
}
