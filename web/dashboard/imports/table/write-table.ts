import type { Line, Table } from './table.ts'

/** Its column is never read, so that the file can be sent again as it is. */
export const ERROR_HEADING = 'error'

/** A line that was refused, and why. */
export interface Refused {
  readonly line: Line
  readonly error: string
}

// Spreadsheets take a file without it for one of their own country's.
const MARK = '\ufeff'

/** The lines to be put right: as they stood in the file, and in one more column what is wrong with them. */
export function tableToFix({ headings, delimiter }: Table, refused: readonly Refused[]): string {
  const before = headings.indexOf(ERROR_HEADING)
  const kept = (cells: readonly string[]) => cells.filter((_, place) => before < 0 || place !== before)
  const rows = refused.map(({ line: { cells }, error }) => {
    const padded = [...cells, ...headings.slice(cells.length).map(() => '')]
    const whole = padded.slice(headings.length).every((cell) => cell === '')
    return [...kept(whole ? padded.slice(0, headings.length) : padded), error]
  })
  const written = [[...kept(headings), ERROR_HEADING], ...rows].map((cells) => lineOf(cells, delimiter))
  return `${MARK}${written.join('')}`
}

function lineOf(cells: readonly string[], delimiter: string): string {
  const cellOf = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return `${cells.map(cellOf).join(delimiter)}\r\n`
}
