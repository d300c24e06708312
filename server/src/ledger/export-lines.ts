import { hash } from 'node:crypto'

export const EXPORT_FORMAT = 'tillback-ledger-1'

export type ExportLine = Readonly<Record<string, string | number | boolean | null>>

const CHECK_DIGITS = 16

/**
 * Writes records as lines of JSON. The last field of each line, `check`, is the start of a hash over the check of the line
 * before and the line up to it: a byte that changed, a line that is missing or in another place is found where it is.
 */
export function lineWriter(): (line: ExportLine) => string {
  let last = ''
  return (line) => {
    const text = JSON.stringify(line).slice(0, -1)
    last = hash('sha256', last + text).slice(0, CHECK_DIGITS)
    return `${text},"check":"${last}"}\n`
  }
}
