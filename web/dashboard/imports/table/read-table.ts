import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { parted } from './find-delimiter.ts'
import type { Table } from './table.ts'

/** Why no rows could be read from a file. */
export type FileProblem =
  | { readonly problem: 'EMPTY' }
  | { readonly problem: 'QUOTES'; readonly line: number }
  | { readonly problem: 'TOO_LONG'; readonly rows: number }

export const MOST_ROWS = 100_000

/** The headings and the rows of a CSV; rows are numbered as a spreadsheet numbers them, and empty ones are left out. */
export function readTable(written: string): Table | FileProblem {
  const { delimiter, text } = parted(written)
  const records = recordsOf(text, delimiter)
  if ('problem' in records) return records
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...lines] = rows
  if (!head || lines.length === 0) return { problem: 'EMPTY' }
  if (lines.length > MOST_ROWS) return { problem: 'TOO_LONG', rows: lines.length }
  return { delimiter, headings: withoutLastEmpty(head.cells), lines }
}

function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] | FileProblem {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problem: 'QUOTES', line: Number(error.lines) }
  }
}

function withoutLastEmpty(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}
