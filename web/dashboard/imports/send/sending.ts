import type { Tillback } from '@tillback/sdk'
import type { Facts, Totals } from '../../processes/progress.ts'
import type { Process } from '../../processes/use-process.ts'

/** How far it is: the jobs of the server that do it, or what this page has counted itself. */
export type Progress =
  | { readonly by: 'SERVER'; readonly processes: readonly Process[] }
  | { readonly by: 'PAGE'; readonly facts: Facts }

export interface Sending {
  /** Nothing is kept: only what would come of the rows is told. */
  readonly isTrial: boolean
  readonly signal: AbortSignal
  /** Makes a call. Where it fails, whoever looks is told, and it is made again when they say so. */
  readonly ask: <Answer>(call: (client: Tillback) => Promise<Answer>) => Promise<Answer>
  readonly onProgress: (progress: Progress) => void
  /** Several jobs of the server until all are done, told of as they go on. */
  readonly watch: (jobs: readonly string[]) => Promise<readonly Process[]>
}

export interface Outcome {
  readonly totals: Totals
  /** By the place of a row that was refused: why. */
  readonly rejected: ReadonlyMap<number, string>
}

/** As it is told of a row that people know by its number: without the place that it had in a call. */
export function reasonFor(message: string): string {
  return message.replace(/\b(?:products|contacts)\[\d+\]\.?/g, '').trim()
}

export function sumOf(all: readonly Totals[]): Totals {
  const sum = (field: keyof Totals) => all.reduce((total, each) => total + each[field], 0)
  return {
    received: sum('received'),
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    rejected: sum('rejected'),
  }
}

/** As many of one length as there are, and a last one. */
export function inBatches<Item>(
  items: readonly Item[],
  length: number,
): readonly { readonly first: number; readonly rows: readonly Item[] }[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) => ({
    first: index * length,
    rows: items.slice(index * length, (index + 1) * length),
  }))
}
