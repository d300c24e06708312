import type { Random } from '../simulate/random.ts'
import type { Operation } from './document.ts'

/** What was taken before: where it was sent, and what. */
export interface Taken {
  readonly path: string
  readonly body: unknown
}

/** Requests that were done, from which others are made: they reach what is behind all checks. */
export interface Corpus {
  keep(operation: Operation, taken: Taken): void
  draw(operation: Operation, random: Random): Taken | undefined
}

const MOST = 12

export function openCorpus(): Corpus {
  const byOperation = new Map<string, Taken[]>()
  return {
    keep: ({ id }, taken) => {
      const kept = byOperation.get(id) ?? []
      kept.push(taken)
      if (kept.length > MOST) kept.shift()
      byOperation.set(id, kept)
    },
    draw: ({ id }, random) => {
      const kept = byOperation.get(id)
      return kept && random.pick(kept)
    },
  }
}
