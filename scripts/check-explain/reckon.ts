import { atMost, halfUp, percentOf } from './decimal.ts'
import type { Rule } from './stored.ts'

/** `over / under` minor units: what given pieces cost, before it is rounded. */
export interface Worth {
  readonly over: bigint
  readonly under: bigint
}

export interface Reckoned {
  readonly base: bigint
  readonly times: bigint
  /** What the given pieces of a PRODUCT award cost. */
  readonly worth: Worth
}

const HUNDRED_PERCENT = 10_000n

/** What a rule gives for a base, before any limit. */
export function reckon(rule: Rule, { base, times, worth }: Reckoned): bigint {
  switch (rule.kind) {
    case 'PERCENTAGE':
      return atMost(percentOf(base, rule.rate), rule.cap)
    case 'FIXED':
      return rule.amount * times
    case 'PER_AMOUNT':
      return atMost((base > 0n ? base / rule.every : 0n) * rule.amount, rule.cap)
    case 'STEPS': {
      const step = rule.steps.filter(({ from }) => from <= base).at(-1)
      if (step?.amount !== undefined) return step.amount
      return step?.rate === undefined ? 0n : atMost(percentOf(base, step.rate), step.cap)
    }
    case 'PRODUCT':
      return atMost(halfUp(worth.over * rule.rate, worth.under * HUNDRED_PERCENT), rule.cap)
  }
}

export function sumOf(all: readonly Worth[]): Worth {
  return all.reduce((a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }), {
    over: 0n,
    under: 1n,
  })
}
