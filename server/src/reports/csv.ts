/** RFC 4180: commas, CRLF after every line, quotes where a cell needs them. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\r\n`).join('')
}

// A spreadsheet takes a cell that begins so for a formula and runs it; with an apostrophe before it, it is text.
const FORMULA = /^[\s]*[=+\-@\t\r\n|%]/
// A number below zero begins like one and is none.
const NUMBER = /^-?\d+(\.\d+)?$/
const NEEDS_QUOTES = /[",\r\n]/

function quoted(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
