import { Fact, Facts } from '../../kit/facts.tsx'
import { Money } from '../../kit/money.tsx'
import { textOf } from '../../kit/reading.ts'
import { useProcess, useProcesses } from '../processes/use-process.ts'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import type { Act } from './life-cycle.tsx'
import { windowOf } from './phases.ts'
import { type Offer, useFindings } from './queries.ts'
import { readReplay } from './replay-report.ts'

const words = texts.offers
const counts = new Intl.NumberFormat(texts.locale)

interface ConsequencesProps {
  readonly offer: Offer
  readonly act: Exclude<Act, 'delete'>
}

/** What it means to publish, or what stands when it no longer runs. */
export function Consequences({ offer, act }: ConsequencesProps) {
  const begins = act === 'publish' || act === 'resume'
  return (
    <section aria-label={words.consequences.title}>
      <Facts>
        {begins && <Fact name={words.columns.window}>{windowOf(offer)}</Fact>}
        {begins && <Fact name={words.funder}>{offer.funder.name}</Fact>}
        {begins && <Fact name={words.pool}>{offer.commerce_pool.name}</Fact>}
        {offer.state === 'DRAFT' ? <LastReplay offer={offer} /> : <SoFar offer={offer} />}
        <BudgetLeft offer={offer} />
      </Facts>
      {begins && <Errors offer={offer} />}
    </section>
  )
}

function BudgetLeft({ offer: { limits, budget_used, currency_code } }: { readonly offer: Offer }) {
  return (
    <Fact name={words.consequences.left}>
      {limits.budget === null ? (
        words.noBudget
      ) : (
        <Money amount={limits.budget - (budget_used ?? 0)} currency={currency_code} />
      )}
    </Fact>
  )
}

function SoFar({ offer }: { readonly offer: Offer }) {
  const done = useRead(['performance', offer.id], (client, options) =>
    client.rewardOffers.getPerformance(offer.id, {}, options),
  )
  return (
    <Fact name={words.consequences.soFar}>
      {done.data ? <Money amount={done.data.cost} currency={offer.currency_code} /> : texts.nothing}
    </Fact>
  )
}

function LastReplay({ offer }: { readonly offer: Offer }) {
  const begun = useProcesses('REPLAY')
  const last = begun.data?.content.find(({ input }) => textOf(input, 'offer') === offer.id)?.id
  const process = useProcess(last)
  if (!process.data?.result) {
    return <Fact name={words.consequences.replayed}>{words.consequences.notReplayed}</Fact>
  }
  const { cost, currency, purchases, byDay } = readReplay(process.data.result)
  const days = [byDay[0]?.day, byDay.at(-1)?.day].filter((day) => day !== undefined).join(' – ')
  return (
    <Fact name={words.consequences.replayed}>
      <Money amount={cost} currency={currency} />{' '}
      {words.consequences.replayedMeans(counts.format(purchases), days)}
    </Fact>
  )
}

function Errors({ offer }: { readonly offer: Offer }) {
  const findings = useFindings(offer.id, offer.updated_on)
  const wrong = (findings.data?.findings ?? []).filter(({ severity }) => severity === 'ERROR')
  if (wrong.length === 0) return null
  return (
    <>
      <p>
        <strong>{words.consequences.wrong}</strong>
      </p>
      <ul>
        {wrong.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </>
  )
}
