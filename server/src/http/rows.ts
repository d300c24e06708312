import type { z } from 'zod'
import { Refusal } from '../kit/error.ts'
import { refusalOfIssues } from './replies.ts'

/** Where a row stands in a body of many. */
export interface RowPlace {
  readonly list: string
  readonly index: number
}

/** Reads one row of many; refuses it with all that is wrong with it, in the paths and names of the whole body. */
export function readRow<Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
  { list, index, body }: RowPlace & { readonly body: z.ZodType },
): z.output<Schema> {
  const read = schema.safeParse(row)
  if (read.success) return read.data
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [list, index, ...issue.path] }))
  throw refusalOfIssues(body, issues, { [list]: { [index]: row } })
}

/** Why a row was refused. */
export interface RefusedRow {
  readonly error: string
  readonly message: string
  readonly parameters: readonly string[]
}

/** Throws what is not a refusal, which would be our mistake and not the row's. */
export function refusedRow(error: unknown): RefusedRow {
  if (!(error instanceof Refusal)) throw error
  const { kind, facts, message } = error
  return {
    error: kind.error,
    message: storable(message),
    parameters: (facts.parameters ?? []).map(storable),
  }
}

/** What was sent may be told in part only, and end within a character. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
