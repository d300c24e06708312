import type { ImportField, Mapping } from './rows/fields.ts'
import { matchHeadings } from './rows/fields.ts'
import { decimalMarkIn } from './rows/read-rows.ts'
import type { DecimalMark } from './rows/read-values.ts'
import { recalled, remembered } from './rows/remembered.ts'
import { decoded, type Encoding, encodingOf } from './table/decode-file.ts'
import type { FileProblem } from './table/read-table.ts'
import type { Table } from './table/table.ts'

/** A file as it was picked, and what was read in it. */
export interface Picked {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  readonly table: Table
}

/** The file, and what its columns stand for. */
export interface Matched {
  readonly file: Picked
  readonly mapping: Mapping
  readonly decimalMark: DecimalMark
}

const MOST_BYTES = 32 * 1024 * 1024

export type PickProblem = FileProblem | { readonly problem: 'TOO_BIG' | 'UNREADABLE' }

export async function pick(file: File, encoding?: Encoding): Promise<Picked | PickProblem> {
  if (file.size > MOST_BYTES) return { problem: 'TOO_BIG' }
  return readPicked({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, encoding)
}

/** The reader comes when there is something to read. */
export async function readPicked(
  { name, bytes }: Pick<Picked, 'name' | 'bytes'>,
  encoding: Encoding = encodingOf(bytes),
): Promise<Picked | FileProblem> {
  const { readTable } = await import('./table/read-table.ts')
  const table = readTable(decoded(bytes, encoding))
  return 'problem' in table ? table : { name, bytes, encoding, table }
}

/** As it was matched before, for a file from the same source, or else by the headings. */
export function matched(file: Picked, kind: Kind): Matched {
  const { headings } = file.table
  const mapping =
    recalled(localStorage.getItem(keyOf(kind)), headings) ?? matchHeadings(kind.fields, headings)
  return { file, mapping, decimalMark: decimalMarkIn(file.table, kind.fields, mapping) }
}

export function rememberMatch({ file, mapping }: Matched, kind: Kind): void {
  const key = keyOf(kind)
  localStorage.setItem(key, remembered(localStorage.getItem(key), file.table.headings, mapping))
}

interface Kind {
  readonly name: string
  readonly fields: readonly ImportField[]
}

function keyOf({ name }: Kind): string {
  return `tillback.import.${name}`
}
