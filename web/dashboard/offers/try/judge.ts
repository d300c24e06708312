import type { Counter } from './basket.ts'

/** What the engine at /engine.js answers, as far as it is looked at here. */
export interface Answer {
  readonly total_award: number
  readonly left_to_pay: number
  readonly counted: readonly (Counter & { readonly [more: string]: unknown })[]
  readonly discounts: readonly object[]
  readonly awards: readonly object[]
  readonly refused: readonly object[]
  readonly near_misses: readonly object[]
}

export interface Engine {
  readonly openRuleBook: (book: unknown) => { readonly evaluate: (facts: object) => string }
}

const MOST_BEFORE = 60

/** The engine's text for the facts, after the same basket was bought so many times before. */
export function judged(
  engine: Engine,
  book: object,
  { facts, counters, before }: Readonly<{ facts: object; counters: readonly Counter[]; before: number }>,
): string {
  const { evaluate } = engine.openRuleBook(book)
  let counted: readonly Counter[] = counters
  for (let time = 0; time < Math.min(before, MOST_BEFORE); time++) {
    const answer: Answer = JSON.parse(evaluate({ ...facts, counters: counted }))
    counted = [...counted, ...answer.counted]
  }
  return evaluate({ ...facts, counters: counted })
}

let loading: Promise<Engine> | undefined

/** The engine as tills load it: the same file, and so the same bytes as the server's. */
export function loadEngine(): Promise<Engine> {
  const address = new URL('/engine.js', location.href).href
  loading ??= import(/* @vite-ignore */ address)
  return loading
}
