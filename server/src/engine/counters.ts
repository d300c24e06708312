/**
 * Names one counter: of an offer, a pass plan or the tiers (`offer` is the owner's id), for a subject (the owner itself, a
 * contact, a venue, a pass), in one period. What a counter is for stands in front of its period: nothing for limits, "goal:"
 * for what several purchases reach together, "pass:" and "tier:".
 */
export interface CounterRef {
  readonly tenant: number
  readonly offer: string
  readonly subject: string
  readonly period: string
}

export interface CounterState {
  readonly ref: CounterRef
  amount: bigint
  uses: number
}

/** What judging reads: each counter that something was counted on. */
export interface Counters {
  readonly get: (ref: CounterRef) => CounterState | undefined
}

/** Counters that are kept while they move. */
export interface CounterBook extends Counters {
  readonly put: (state: CounterState) => void
  /** The counter; a new one of nothing where there is none. */
  readonly open: (ref: CounterRef) => CounterState
  readonly values: () => Iterable<CounterState>
}

/** Of one owner and period, by their subject. */
type Page = Map<string, CounterState>

/** Of one owner: the page that was asked for last is at hand, as one purchase after the other is of the same day. */
interface Owner {
  readonly pages: Map<string, Page>
  period: string
  page: Page | undefined
}

/**
 * By tenant, owner, period and subject, each looked up by itself: every purchase asks for some twenty counters, and to make one
 * text of the four each time would cost more than all that is done with the counter.
 */
export function counterBook(states: Iterable<CounterState> = []): CounterBook {
  const tenants = new Map<number, Map<string, Owner>>()
  let tenantNow: number | undefined
  let ownersNow: Map<string, Owner> = new Map()
  const ownersOf = (tenant: number) => {
    if (tenant === tenantNow) return ownersNow
    tenantNow = tenant
    ownersNow = within(tenants, tenant, () => new Map())
    return ownersNow
  }
  const pageOf = ({ tenant, offer, period }: CounterRef): Page => {
    const owner = within(ownersOf(tenant), offer, newOwner)
    if (owner.page && owner.period === period) return owner.page
    owner.page = within(owner.pages, period, () => new Map())
    owner.period = period
    return owner.page
  }
  const book: CounterBook = {
    get: (ref) => {
      const owner = ownersOf(ref.tenant).get(ref.offer)
      if (!owner) return undefined
      if (owner.period !== ref.period) {
        owner.page = owner.pages.get(ref.period)
        owner.period = ref.period
      }
      return owner.page?.get(ref.subject)
    },
    put: (state) => {
      pageOf(state.ref).set(state.ref.subject, state)
    },
    open: (ref) => within(pageOf(ref), ref.subject, () => ({ ref, amount: 0n, uses: 0 })),
    *values() {
      for (const owners of tenants.values())
        for (const { pages } of owners.values()) for (const page of pages.values()) yield* page.values()
    },
  }
  for (const state of states) book.put(state)
  return book
}

function newOwner(): Owner {
  return { pages: new Map(), period: '', page: undefined }
}

/** What stands under the key; made and put there if nothing does. */
function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}

export function counterKey({ tenant, offer, subject, period }: CounterRef): string {
  return `${tenant}|${offer}|${subject}|${period}`
}

export function distinctRefs(refs: readonly CounterRef[]): CounterRef[] {
  return [...new Map(refs.map((ref) => [counterKey(ref), ref])).values()]
}

export function isSameCounter(a: CounterRef, b: CounterRef): boolean {
  return a.subject === b.subject && a.period === b.period && a.offer === b.offer && a.tenant === b.tenant
}
