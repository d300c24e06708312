import type { Kysely } from 'kysely'
import { runnerOfTransaction, type Tables } from '../db/index.ts'
import { type CompiledOffer, compileOffer, type OfferTerms } from '../engine/index.ts'
import { sum } from '../kit/money.ts'
import type { Catalogue } from '../purchases/index.ts'
import { liveTally } from './compare-live.ts'
import { draftSimulation } from './draft-simulation.ts'
import { sizeOfHistory } from './history.store.ts'
import { metReader } from './met.store.ts'
import { namedOn, unpackPage } from './packed-history.ts'
import { factsWanted, knownFacts, pastPurchase } from './past-purchases.ts'
import type { HistoryAhead } from './read-ahead.ts'
import type { PastPurchase, PastReturn } from './replay-history.ts'
import { readReturns } from './returns.store.ts'
import { simulation } from './simulate.ts'
import { asIfItHadRun, draftTally } from './tally.ts'

/** What to replay: a draft (an offer with the terms it has or would have) beside the live offers, or these alone. */
export interface ReplayInput {
  readonly offer: string | undefined
  readonly terms: OfferTerms | undefined
  readonly from: Date | undefined
  readonly to: Date | undefined
}

export interface ReplayContext {
  readonly db: Kysely<Tables>
  readonly catalogue: Catalogue
  /** Of the same tenant and span. */
  readonly history: HistoryAhead
  readonly progress: (done: number, total: number) => void
  readonly isCancelled: () => boolean
}

/** Judges the whole history again; answers the report, with how long the judging took. */
export async function replay(
  input: ReplayInput,
  context: ReplayContext,
): Promise<Readonly<Record<string, unknown>>> {
  const { catalogue } = context
  const live = catalogue.offers.all
  if (input.offer === undefined) return replayLive(input, context)
  const draft = draftOf(input.offer, input.terms, catalogue)
  const others = live.filter(({ offer }) => offer.id !== input.offer)
  // A change is compared with the offer as it runs; an offer as it is, with its absence.
  const running = input.terms && live.find(({ offer }) => offer.id === input.offer)
  const tally = draftTally(input.offer, catalogue.currency)
  const { tenant, tiers } = catalogue
  const both = draftSimulation({ tenant, tiers, others, running, draft })
  const seconds = await walk(input, context, [...live, draft], {
    buy: (purchase) => tally.count(purchase, both.judge(purchase)),
    giveBack: (back) => {
      const taken = both.takeBack(back)
      const own = taken.with.filter(({ offer }) => offer === input.offer)
      tally.takeBack(back.contact, {
        own: totalTaken(own),
        without: totalTaken(taken.without),
        with: totalTaken(taken.with),
      })
    },
  })
  return { kind: 'DRAFT', currency: catalogue.currency, offer: input.offer, ...tally.report(), seconds }
}

async function replayLive(
  input: ReplayInput,
  context: ReplayContext,
): Promise<Readonly<Record<string, unknown>>> {
  const { catalogue } = context
  const tally = liveTally(catalogue.currency)
  const { offers, tenant, tiers } = catalogue
  const again = simulation({ offers, tenant, tiers })
  const seconds = await walk(input, context, offers.all, {
    buy: (purchase) => tally.count(purchase, again.judge(purchase)),
    giveBack: (back) => again.takeBack(back),
  })
  return { kind: 'LIVE', currency: catalogue.currency, ...tally.report(), seconds }
}

function draftOf(id: string, terms: OfferTerms | undefined, { compiled }: Catalogue): CompiledOffer {
  for (const [key, { offer }] of compiled) {
    if (key === id) return compileOffer({ ...offer, terms: asIfItHadRun(terms ?? offer.terms) })
  }
  throw new Error(`the offer ${id} is not in the catalogue`)
}

function totalTaken(taken: readonly { readonly amount: bigint }[]): bigint {
  return sum(taken.map(({ amount }) => amount))
}

interface Walker {
  buy(purchase: PastPurchase): void
  giveBack(back: PastReturn & { readonly contact: string }): unknown
}

/** Goes through the history once; answers the seconds that it took, reading included. */
async function walk(
  { from, to }: ReplayInput,
  { db, catalogue, history, progress, isCancelled }: ReplayContext,
  offers: readonly CompiledOffer[],
  walker: Walker,
): Promise<number> {
  const started = performance.now()
  const { tenant } = catalogue
  const meet = metReader(runnerOfTransaction(db), { tenant, wanted: factsWanted(offers) })
  const pages = oneAhead(history.pages(), async (page) => ({
    page,
    met: await meet(namedOn(page)),
  }))
  const [about, returns] = await Promise.all([
    sizeOfHistory(db, { tenant, from, to }),
    readReturns(db, tenant),
  ])
  const comeBack = new Set(returns.map(({ purchase }) => purchase))
  const buyers = new Map<string, string>()
  const giveBackUntil = inOrder(returns, (back) =>
    walker.giveBack({ ...back, contact: buyers.get(back.purchase) ?? '' }),
  )
  const known = knownFacts(catalogue)
  let done = 0
  for await (const { page, met } of pages) {
    known.learn(met)
    for (const row of unpackPage(page)) {
      giveBackUntil(row.decided)
      const comesBack = comeBack.size > 0 && comeBack.has(row.id)
      const past = pastPurchase(row, comesBack, { catalogue, known })
      if (!past) continue
      if (comesBack) buyers.set(past.id, past.basket.contact)
      walker.buy(past)
    }
    done += page.ids.length
    progress(done, Math.max(done, about))
    if (isCancelled()) break
  }
  giveBackUntil(undefined)
  if (!isCancelled()) progress(done, done)
  return (performance.now() - started) / 1_000
}

/** Makes each ready while the one before it is used. */
async function* oneAhead<Each, Ready>(
  all: AsyncIterable<Each>,
  makeReady: (each: Each) => Promise<Ready>,
): AsyncGenerator<Ready> {
  let before: Promise<Ready> | undefined
  for await (const each of all) {
    const next = makeReady(each)
    if (before) yield await before
    before = next
  }
  if (before) yield await before
}

/** Tells what was decided until a moment and was not told yet; without a moment all the rest. */
function inOrder(
  returns: readonly PastReturn[],
  tell: (back: PastReturn) => unknown,
): (until: bigint | undefined) => void {
  let next = 0
  return (until) => {
    for (;;) {
      const one = returns[next]
      if (!one || (until !== undefined && one.decided > until)) return
      tell(one)
      next += 1
    }
  }
}
