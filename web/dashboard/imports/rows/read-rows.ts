import { isWhole, type Line, type Table } from '../table/table.ts'
import type { ImportField, Mapping, Reading } from './fields.ts'
import { type DecimalMark, decimalMarkOf, type Value } from './read-values.ts'

/** A line as it is understood; one whose values may stand below wrong headings is not. */
export interface ReadLine {
  readonly line: Line
  readonly values: ReadonlyMap<string, Value> | undefined
}

export function readLine(
  table: Table,
  line: Line,
  {
    fields,
    mapping,
    reading,
  }: { readonly fields: readonly ImportField[]; readonly mapping: Mapping; readonly reading: Reading },
): ReadLine {
  if (!isWhole(table, line)) return { line, values: undefined }
  const values = new Map<string, Value>()
  for (const { name, read } of fields) {
    const place = mapping[name]
    const cell = place === undefined ? '' : (line.cells[place] ?? '')
    if (cell !== '') values.set(name, read(cell, reading))
  }
  return { line, values }
}

/** After which sign decimals stand in the file; where nothing shows it, a file parted by semicolons has commas. */
export function decimalMarkIn(table: Table, fields: readonly ImportField[], mapping: Mapping): DecimalMark {
  const places = fields.flatMap(({ name, isAmount }) => (isAmount ? [mapping[name] ?? -1] : []))
  const cells = table.lines.flatMap((line) => places.map((place) => line.cells[place] ?? ''))
  return decimalMarkOf(cells) ?? (table.delimiter === ';' ? ',' : '.')
}
