import {
  type CompiledOffer,
  type Counted,
  type CounterRef,
  counterKey,
  indexOffers,
  joined,
  type OfferIndex,
  type TierProgramme,
  type WithOneMore,
  withOneMore,
} from '../engine/index.ts'
import type { FindOffer } from './goods-back.ts'
import type { PastPurchase, PastReturn } from './replay-history.ts'
import {
  judgeIn,
  openWorld,
  type Replayed,
  type Simulation,
  type SimulationOptions,
  type World,
} from './simulate.ts'

/** The same history twice: as it would have gone without a draft, and with it. */
export interface DraftSimulation {
  judge(purchase: PastPurchase): Both<Replayed>
  takeBack(back: PastReturn): Both<ReturnType<Simulation['takeBack']>>
}

interface Both<Each> {
  readonly without: Each
  readonly with: Each
}

interface DraftSimulationOptions {
  readonly tenant: number
  readonly tiers: TierProgramme | undefined
  /** All live offers but the draft. */
  readonly others: readonly CompiledOffer[]
  /** The offer as it runs; undefined for one that does not. */
  readonly running: CompiledOffer | undefined
  readonly draft: CompiledOffer
}

/**
 * Purchases are judged by the other offers once, and the draft is put to that, as long as the two histories have not come apart for
 * the contact: a draft hardly ever changes what others count. That gives what judging everything twice would.
 */
export function draftSimulation(options: DraftSimulationOptions): DraftSimulation {
  const { tenant, tiers, others } = options
  const byOthers = { tenant, tiers, offers: indexOffers(others) }
  const without = openWorld(finding(byOthers.offers, options.running))
  const changed = openWorld(finding(byOthers.offers, options.draft))
  const runs = options.running && beside(byOthers, options.running)
  const drafted = beside(byOthers, options.draft)
  const apart = contactsApart(options.draft.offer.id)

  return {
    judge: (purchase) => {
      const judged = judgeIn(without, purchase, byOthers)
      const before = runs ? runs(without, purchase, judged) : whole(judged)
      const isApart = apart.has(purchase.basket.contact)
      const after = drafted(changed, purchase, isApart ? undefined : judged)
      apart.compare(purchase.basket.contact, before.counted, after.counted)
      without.move(purchase, before)
      changed.move(purchase, after)
      return { without: before, with: after }
    },
    takeBack: (back) => ({ without: without.takeBack(back), with: changed.takeBack(back) }),
  }
}

function finding(others: OfferIndex, one: CompiledOffer | undefined): FindOffer {
  return (id) => (one?.offer.id === id ? one : others.find(id))
}

type Judged = ReturnType<typeof judgeIn>
type Outcome = Replayed & Pick<WithOneMore, 'counted'>

function whole({ discounts, awards, refused, counted }: Judged): Outcome {
  return { awards: joined(discounts, awards), refused, counted }
}

type Beside = (world: World, purchase: PastPurchase, judged: Judged | undefined) => Outcome

/** Judges one offer beside the others, as those were judged in the same world already or will be now. */
function beside(byOthers: SimulationOptions, offer: CompiledOffer): Beside {
  const one = indexOffers([offer])
  // What takes something off the price is judged among all, unless it is known already that it gives nothing.
  const byAll = offer.redeem === 'INSTANT' ? among(byOthers, offer) : undefined
  return (world, purchase, known) => {
    const judged = known ?? (byAll ? undefined : judgeIn(world, purchase, byOthers))
    const more = judged && withOneMore(judged, { one, counters: world.counters })
    if (more) return { ...more, refused: more.refused ? [more.refused] : [] }
    return whole(judgeIn(world, purchase, byAll ?? byOthers))
  }
}

function among(byOthers: SimulationOptions, offer: CompiledOffer): SimulationOptions {
  return { ...byOthers, offers: indexOffers([...byOthers.offers.all, offer]) }
}

interface Apart {
  has(contact: string): boolean
  /** What a purchase of the contact counted without the draft and with it. */
  compare(contact: string, without: readonly Counted[], changed: readonly Counted[]): void
}

/** For whom other offers counted something else with the draft than without it: from then on they are judged twice. */
function contactsApart(draft: string): Apart {
  const contacts = new Set<string>()
  let isEverybody = false
  return {
    has: (contact) => isEverybody || contacts.has(contact),
    compare: (contact, without, changed) => {
      if (isEverybody || isSame(without, changed, draft)) return
      for (const { subject } of differing(without, changed, draft)) {
        if (subject === contact) contacts.add(contact)
        else isEverybody = true
      }
    },
  }
}

/** Nearly always, and then in the same order. */
function isSame(without: readonly Counted[], changed: readonly Counted[], draft: string): boolean {
  let next = 0
  for (const { ref, amount, uses } of without) {
    if (ref.offer === draft) continue
    while (changed[next]?.ref.offer === draft) next += 1
    const other = changed[next]
    if (!other || other.amount !== amount || other.uses !== uses) return false
    if (other.ref !== ref && counterKey(other.ref) !== counterKey(ref)) return false
    next += 1
  }
  while (changed[next]?.ref.offer === draft) next += 1
  return next === changed.length
}

function differing(
  without: readonly Counted[],
  changed: readonly Counted[],
  draft: string,
): readonly CounterRef[] {
  const sums = new Map<string, { readonly ref: CounterRef; amount: bigint; uses: number }>()
  const add = (all: readonly Counted[], sign: 1 | -1) => {
    for (const { ref, amount, uses } of all) {
      if (ref.offer === draft) continue
      const key = counterKey(ref)
      const there = sums.get(key) ?? { ref, amount: 0n, uses: 0 }
      there.amount += sign === 1 ? amount : -amount
      there.uses += sign * uses
      sums.set(key, there)
    }
  }
  add(without, 1)
  add(changed, -1)
  return [...sums.values()].filter(({ amount, uses }) => amount !== 0n || uses !== 0).map(({ ref }) => ref)
}
