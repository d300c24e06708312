import type { Kysely } from 'kysely'
import { runnerOfTransaction, type Tables } from '../db/index.ts'
import { type CompiledOffer, compileOffer, indexOffers, type OfferTerms } from '../engine/index.ts'
import { sum } from '../kit/money.ts'
import type { Catalogue } from '../purchases/index.ts'
import { liveTally } from './compare-live.ts'
import { type Cursor, countHistory, pageOfHistory, readReturns, type Span } from './history.store.ts'
import { factsWanted, knownFacts, pastPurchase } from './past-purchases.ts'
import type { PastPurchase, PastReturn } from './replay-history.ts'
import { type Simulation, simulation } from './simulate.ts'
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
  const before = input.terms === undefined ? others : live
  const tally = draftTally(input.offer, catalogue.currency)
  const without = { offers: indexOffers(before), tenant: catalogue.tenant, tiers: catalogue.tiers }
  const withDraft = { ...without, offers: indexOffers([...others, draft]) }
  await walk(input, context, [...before, ...others, draft], (comesBack) => {
    const [unchanged, changed] = [
      simulation({ ...without, comesBack }),
      simulation({ ...withDraft, comesBack }),
    ]
    return {
      buy: (purchase) =>
        tally.count(purchase, { without: unchanged.judge(purchase), with: changed.judge(purchase) }),
      giveBack: (back) => {
        const taken = changed.takeBack(back)
        const own = taken.filter(({ offer }) => offer === input.offer)
        tally.takeBack(back.contact, {
          own: totalTaken(own),
          without: totalTaken(unchanged.takeBack(back)),
          with: totalTaken(taken),
        })
      },
    }
  })
  return { kind: 'DRAFT', currency: catalogue.currency, offer: input.offer, ...tally.report() }
}

async function replayLive(
  input: ReplayInput,
  context: ReplayContext,
): Promise<Readonly<Record<string, unknown>>> {
  const { catalogue } = context
  const tally = liveTally(catalogue.currency)
  const { offers, tenant, tiers } = catalogue
  const seconds = await walk(input, context, offers.all, (comesBack) => {
    const again: Simulation = simulation({ offers, tenant, tiers, comesBack })
    return {
      buy: (purchase) => tally.count(purchase, again.judge(purchase)),
      giveBack: (back) => again.takeBack(back),
    }
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
  { db, catalogue, progress, isCancelled }: ReplayContext,
  offers: readonly CompiledOffer[],
  walkerFor: (comesBack: (purchase: string) => boolean) => Walker,
): Promise<number> {
  const started = performance.now()
  const span: Span = { tenant: catalogue.tenant, from, to }
  const known = knownFacts(runnerOfTransaction(db), catalogue, factsWanted(offers))
  const [total, returns] = [await countHistory(db, span), await readReturns(db, catalogue.tenant)]
  const back = new Set(returns.map(({ purchase }) => purchase))
  const walker = walkerFor((purchase) => back.has(purchase))
  const buyers = new Map<string, string>()
  let [next, done] = [0, 0]
  const giveBackUntil = (decided: bigint | undefined) => {
    for (;;) {
      const one = returns[next]
      if (!one || (decided !== undefined && one.decided > decided)) return
      walker.giveBack({ ...one, contact: buyers.get(one.purchase) ?? '' })
      next += 1
    }
  }
  let cursor: Cursor | undefined
  // The next page is read while this one is judged.
  let reading = pageOfHistory(db, span, cursor)
  for (;;) {
    const page = await reading
    const last = page.at(-1)
    if (!last || isCancelled()) break
    cursor = { decided: last.decided, id: last.id }
    await known.learn(page)
    reading = pageOfHistory(db, span, cursor)
    for (const purchase of page) {
      giveBackUntil(purchase.decided)
      const past = pastPurchase(purchase, catalogue, known)
      if (!past) continue
      if (back.has(past.id)) buyers.set(past.id, past.basket.contact)
      walker.buy(past)
    }
    done += page.length
    progress(done, total)
  }
  giveBackUntil(undefined)
  return (performance.now() - started) / 1_000
}
