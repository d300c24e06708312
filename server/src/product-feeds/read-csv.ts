import { Readable } from 'node:stream'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { parse } from 'csv-parse'
import type { BulkPart } from '../http/index.ts'
import { CSV_FIELDS, type CsvField, type CsvReading } from './feed.ts'

const PART_ROWS = 250
const CHUNK_BYTES = 64 * 1024
const MOST_CELL = 10_000

/** The rows of a CSV as products of a synchronisation. Requests have their turn after every part. */
export async function readCsv(
  bytes: Buffer,
  reading: CsvReading,
  mostRows: number,
): Promise<readonly BulkPart[]> {
  const parser = parse({
    bom: true,
    delimiter: reading.delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: MOST_CELL * CSV_FIELDS.length,
  })
  const cells = Readable.from(chunksOf(bytes))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  const parts: BulkPart[] = []
  let rowOf: ((line: readonly string[]) => unknown) | undefined
  let rows: unknown[] = []
  let first = 0
  const close = () => {
    if (rows.length > 0) parts.push(partOf(first, rows))
    first += rows.length
    rows = []
  }
  for await (const line of cells) {
    if (!rowOf) {
      rowOf = readerOf(line, reading)
      continue
    }
    rows.push(rowOf(line))
    if (first + rows.length > mostRows) throw new Error(`the file has more than ${mostRows} rows`)
    if (rows.length < PART_ROWS) continue
    close()
    await yieldToOthers()
  }
  if (!rowOf) throw new Error('the file is empty; a line of headings is needed')
  close()
  return parts
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) yield bytes.subarray(from, from + CHUNK_BYTES)
}

function partOf(first: number, rows: readonly unknown[]): BulkPart {
  return { list: 'products', first, count: rows.length, rows: Buffer.from(JSON.stringify(rows)) }
}

/** How a line becomes a row, once its headings are known. */
function readerOf(headings: readonly string[], reading: CsvReading): (line: readonly string[]) => unknown {
  const places = placesOf(headings, reading)
  return (line) => {
    // A line with more or fewer cells would put values under other headings: refused as the row that it is.
    if (line.length !== headings.length) return line
    const row: Record<string, unknown> = {}
    for (const { field, place } of places) {
      const cell = line[place] ?? ''
      if (cell !== '') put(row, field, cellOf(field, cell, reading))
    }
    return row
  }
}

function placesOf(headings: readonly string[], { columns }: CsvReading) {
  const wanted = CSV_FIELDS.flatMap((field) => {
    const heading = columns ? columns[field] : field
    return heading === undefined ? [] : [{ field, heading, place: headings.indexOf(heading) }]
  })
  const missing = wanted.find(({ field, place }) => place < 0 && (columns !== undefined || field === 'sku'))
  if (missing) {
    const has = headings.join(', ').slice(0, 300)
    throw new Error(`the file has no column "${missing.heading}"; it has ${has}`)
  }
  return wanted.filter(({ place }) => place >= 0)
}

const DECIMALS: ReadonlySet<CsvField> = new Set(['tax_rate', 'price.amount'])

function cellOf(field: CsvField, cell: string, { decimalMark }: CsvReading): unknown {
  if (field === 'categories') {
    const names = cell.split('|').map((name) => name.trim())
    return names.filter((name) => name !== '').map((name) => ({ name }))
  }
  if (decimalMark === ',' && DECIMALS.has(field)) return cell.replaceAll('.', '').replace(',', '.')
  return cell
}

function put(row: Record<string, unknown>, field: CsvField, value: unknown): void {
  const [outer = '', inner] = field.split('.')
  const there = row[outer]
  if (inner === undefined) row[outer] = value
  else row[outer] = { ...(typeof there === 'object' && there), [inner]: value }
}
