import type { Outcome } from './send/sending.ts'
import type { Started } from './step.ts'
import type { Refused } from './table/write-table.ts'

export interface ToldLines {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** In the order of the file: what is wrong with which line. */
  readonly bad: readonly Refused[]
}

/** What came of every line: of those that were sent, and of those that were none. */
export function toldLines({ lines }: Pick<Started, 'lines'>, outcome: Outcome, broken: string): ToldLines {
  const { created, updated, unchanged } = outcome.totals
  let sent = 0
  const bad = lines.flatMap(({ line, values }): Refused[] => {
    if (!values) return [{ line, error: broken }]
    const error = outcome.rejected.get(sent)
    sent += 1
    return error === undefined ? [] : [{ line, error }]
  })
  return { created, updated, unchanged, bad }
}
