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

/**
 * By tenant, owner, period and subject, each looked up by itself: every purchase asks for some twenty counters, and to make one
 * text of the four each time would cost more than all that is done with the counter.
 */
export function counterBook(states: Iterable<CounterState> = []): CounterBook {
  const tenants = new Map<number, Map<string, Map<string, Page>>>()
  const pageOf = ({ tenant, offer, period }: CounterRef): Page => {
    const owners = within(tenants, tenant, () => new Map<string, Map<string, Page>>())
    const periods = within(owners, offer, () => new Map<string, Page>())
    return within(periods, period, () => new Map<string, CounterState>())
  }
  const book: CounterBook = {
    get: ({ tenant, offer, subject, period }) => tenants.get(tenant)?.get(offer)?.get(period)?.get(subject),
    put: (state) => {
      pageOf(state.ref).set(state.ref.subject, state)
    },
    open: (ref) => within(pageOf(ref), ref.subject, () => ({ ref, amount: 0n, uses: 0 })),
    *values() {
      for (const owners of tenants.values())
        for (const periods of owners.values()) for (const page of periods.values()) yield* page.values()
    },
  }
  for (const state of states) book.put(state)
  return book
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
