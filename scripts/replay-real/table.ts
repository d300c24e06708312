import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A row answers with the text of a column; "NA" and nothing are ''. */
export type TableRow = (column: string) => string

export function readTable(folder: string, name: string): readonly TableRow[] {
  const bytes = readFileSync(path.join(folder, name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const [header = '', ...records] = text.trimEnd().split(/\r?\n/)
  const place = new Map(cellsOf(header).map((column, index) => [column, index]))
  return records.map((record) => {
    const cells = cellsOf(record)
    if (cells.length !== place.size) throw new Error(`${name}: cannot read ${record}`)
    return (column) => {
      const cell = cells[place.get(column) ?? -1]
      if (cell === undefined) throw new Error(`${name} has no column ${column}.`)
      return cell === 'NA' ? '' : cell
    }
  })
}

function cellsOf(record: string): readonly string[] {
  const cells = `,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return Array.from(cells, ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}
