import { isUtf8 } from 'node:buffer'
import type { BulkPart, BulkReader } from '../http/index.ts'
import { LISTS } from '../product-sync/index.ts'
import type { CsvReading, FeedFormat } from './feed.ts'
import { readCsv } from './read-csv.ts'

export const MOST_BYTES = 32 * 1024 * 1024
export const MOST_ROWS = 100_000

export interface FileReading {
  readonly format: FeedFormat
  readonly csv: CsvReading | null
}

const LIMITS = { lists: LISTS, rows: MOST_ROWS, bytes: MOST_BYTES }
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d])
const BRACKET = '['.charCodeAt(0)
const MARK = Buffer.from('\ufeff')

/** The rows of a file, none of which was looked at yet; throws what is wrong with the whole of it. */
export async function rowsOfFile(
  bytes: Buffer,
  { format, csv }: FileReading,
  reader: BulkReader,
): Promise<readonly BulkPart[]> {
  if (!isUtf8(bytes)) throw new Error('the file is not written in UTF-8')
  if (format === 'CSV' && csv) return readCsv(bytes, csv, MOST_ROWS)
  const { parts } = await reader.read(asBody(bytes), 'JSON', LIMITS)
  return parts
}

/** A list alone is one of products. */
function asBody(bytes: Buffer): Buffer {
  const text = bytes.subarray(0, MARK.length).equals(MARK) ? bytes.subarray(MARK.length) : bytes
  const first = text.find((byte) => !SPACE.has(byte))
  return first === BRACKET ? Buffer.concat([Buffer.from('{"products":'), text, Buffer.from('}')]) : text
}
