import type { Delimiter } from './find-delimiter.ts'

/** A row as the file has it. */
export interface Line {
  /** Its number in a spreadsheet, where the headings are row 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly delimiter: Delimiter
  readonly headings: readonly string[]
  readonly lines: readonly Line[]
}

/** Whether each value stands below a heading; one too many or too few may stand below a wrong one. */
export function isWhole({ headings }: Table, { cells }: Line): boolean {
  return cells.length >= headings.length && cells.slice(headings.length).every((cell) => cell === '')
}
