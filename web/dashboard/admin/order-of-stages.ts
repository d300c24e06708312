import type { Reply } from '../read.ts'

export type Stage = Reply<'orderStages', 'list'>['content'][number]

/** In the order in which an order goes through them, as far as it does. */
export const STATES = ['NEW', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CANCELLED'] as const

export interface Placed {
  readonly id: string
  readonly priority: number
}

const APART = 10

/** What changes when a stage goes one place up (-1) or down among those of its state; stages of one priority are numbered anew. */
export function moved(stages: readonly Placed[], id: string, by: -1 | 1): readonly Placed[] {
  const at = stages.findIndex((stage) => stage.id === id)
  const [stage, other] = [stages[at], stages[at + by]]
  if (!stage || !other) return []
  if (stage.priority !== other.priority) {
    return [
      { id: stage.id, priority: other.priority },
      { id: other.id, priority: stage.priority },
    ]
  }
  return stages
    .with(at, other)
    .with(at + by, stage)
    .map((each, place) => ({ id: each.id, before: each.priority, priority: (place + 1) * APART }))
    .filter(({ before, priority }) => before !== priority)
    .map(({ id: each, priority }) => ({ id: each, priority }))
}

/** Behind the last of them, as far as priorities go. */
export function behind(stages: readonly Placed[], most: number): number {
  return Math.min(most, Math.max(0, ...stages.map(({ priority }) => priority)) + APART)
}
