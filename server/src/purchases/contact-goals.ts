import type { Work } from '../db/index.ts'
import {
  type CompiledOffer,
  type CounterRef,
  type Counters,
  lastDayOfPeriod,
  onTheWay,
  type ProgressTerms,
  phaseOf,
  progressCounter,
} from '../engine/index.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { localDay } from '../kit/zone.ts'
import { readCounters } from '../offers/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { GoalReply } from './contact-goals.api.ts'
import { contactNamed } from './contact-named.ts'

interface Query {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly reward_offer?: string | undefined
}

/** How far a contact is with what several purchases reach together, of the offers that run now. */
export async function contactGoals(
  work: Work,
  catalogue: Catalogue,
  { id, query }: { readonly id: string; readonly query: Query },
): Promise<Page<GoalReply>> {
  const contact = await contactNamed(work, catalogue, { id })
  const businessDay = localDay(work.at, catalogue.directory.business.timeZone)
  const facts = { tenant: work.actor.tenant, basket: { contact, businessDay } }
  const running = runningGoals(catalogue, work.at).filter(({ compiled: { offer } }) =>
    [undefined, offer.id, offer.code].includes(query.reward_offer),
  )
  const first = (query.page - 1) * query.size
  const wanted = running.slice(first, first + query.size + 1).map(({ compiled, terms }) => ({
    compiled,
    terms,
    ref: progressCounter(compiled.offer, terms, facts),
  }))
  const counters = await readCounters(
    work,
    wanted.map(({ ref }) => ref),
  )
  const show = (goal: WantedGoal) => showGoal(goal, counters, { currency: catalogue.currency, businessDay })
  const page = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(page, wanted, show, query.include_total ? running.length : null)
}

interface RunningGoal {
  readonly compiled: CompiledOffer
  readonly terms: ProgressTerms
}

interface WantedGoal extends RunningGoal {
  readonly ref: CounterRef
}

/** Newest first, as offers are listed. */
function runningGoals({ offers }: Catalogue, at: Date): readonly RunningGoal[] {
  return offers.all
    .flatMap((compiled) => {
      const { offer, goal } = compiled
      return goal && phaseOf(offer.state, offer.terms, at) === 'RUNNING'
        ? [{ compiled, terms: goal.terms }]
        : []
    })
    .sort((a, b) => (a.compiled.offer.id < b.compiled.offer.id ? 1 : -1))
}

function showGoal(
  { compiled: { offer }, terms, ref }: WantedGoal,
  counters: Counters,
  { currency, businessDay }: { readonly currency: string; readonly businessDay: string },
): GoalReply {
  const target = BigInt(terms.target)
  const { counted, granted, isOver } = onTheWay({ terms, target }, counters.get(ref))
  const number = numbersOf(terms, currency)
  return {
    offer: { id: offer.id, code: offer.code, name: offer.terms.name },
    of: terms.of,
    per: terms.per,
    counted: number(counted),
    target: number(target),
    missing: number(target - counted),
    times_reached: granted,
    repeats: terms.repeats,
    is_over: isOver,
    period: terms.period,
    until: lastDayOfPeriod(terms.period, businessDay) ?? null,
    currency_code: currency,
  }
}

function numbersOf({ of }: ProgressTerms, currency: string): (value: bigint) => number {
  switch (of) {
    case 'AMOUNT':
      return (value) => wireNumber(value, currency)
    case 'VISITS':
      return Number
    case 'QUANTITY':
      return quantityNumber
  }
}
