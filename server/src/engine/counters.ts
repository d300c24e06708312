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

export type Counters = ReadonlyMap<string, CounterState>

export function counterKey({ tenant, offer, subject, period }: CounterRef): string {
  return `${tenant}|${offer}|${subject}|${period}`
}

export function distinctRefs(refs: readonly CounterRef[]): CounterRef[] {
  return [...new Map(refs.map((ref) => [counterKey(ref), ref])).values()]
}
