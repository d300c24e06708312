import { createHash } from 'node:crypto'
import { z } from 'zod'
import { InvalidValue, invalidField, Refusal } from '../kit/error.ts'
import { readForm } from './forms.ts'
import { readJsonAsSent } from './json.ts'
import { refusalOfIssues } from './replies.ts'

/** What a body of many rows may hold: which lists, how many rows of all together, how many bytes. */
export interface BulkLimits {
  readonly lists: readonly string[]
  readonly rows: number
  readonly bytes: number
}

/** Some rows of one list that stood one after another, as the JSON text of an array. */
export interface BulkPart {
  readonly list: string
  /** Place of its first row in the list. */
  readonly first: number
  readonly count: number
  readonly rows: Uint8Array
}

/** A body of many rows, none of which was looked at yet. */
export interface BulkRows {
  /** In the order of the limits' lists, whatever the order in the body. */
  readonly parts: readonly BulkPart[]
  /** Equal for bodies that say the same, as JSON or as a form. */
  readonly digest: string
}

export type BulkFormat = 'JSON' | 'FORM'

const PART_ROWS = 250

/** Reads a body of many rows. Only what concerns all of it is refused; a row that is wrong is told of when it is its turn. */
export function readBulk(bytes: Uint8Array, format: BulkFormat, limits: BulkLimits): BulkRows {
  const text = new TextDecoder().decode(bytes)
  const lists = listsOf(format === 'JSON' ? readJsonAsSent(text) : readFormRows(text, limits), limits)
  const parts = limits.lists.flatMap((list) => partsOf(list, lists[list] ?? []))
  const hash = createHash('sha256')
  hash.update(canonical(limits.lists.map((list) => lists[list] ?? [])))
  return { parts, digest: hash.digest('hex') }
}

type Lists = Readonly<Record<string, readonly unknown[] | undefined>>

function listsOf(value: unknown, limits: BulkLimits): Lists {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidField('body', 'not an object', 'send one JSON object of lists, or a form')
  }
  const list = z.array(z.unknown(), { error: 'a list of rows is needed' }).optional()
  const schema = z.strictObject(Object.fromEntries(limits.lists.map((name) => [name, list])))
  const read = schema.safeParse(value)
  if (!read.success) throw refusalOfIssues(schema, read.error.issues, value)
  const lengths = limits.lists.map((name) => ({ name, rows: read.data[name]?.length ?? 0 }))
  const total = lengths.reduce((sum, { rows }) => sum + rows, 0)
  if (total > limits.rows) throw tooMany(longest(lengths), String(total), limits)
  if (Object.keys(read.data).length === 0) {
    throw refusalOfIssues(
      schema,
      [
        {
          code: 'custom',
          path: [limits.lists.at(-1) ?? ''],
          message: 'at least one list is needed',
          input: undefined,
        },
      ],
      {},
    )
  }
  return read.data
}

function longest(lengths: readonly { readonly name: string; readonly rows: number }[]): string {
  return lengths.reduce((a, b) => (b.rows > a.rows ? b : a)).name
}

function tooMany(list: string, rows: string, limits: BulkLimits): Refusal {
  const most = limits.rows.toLocaleString('en')
  return invalidField(
    list,
    `${rows} rows long with the other lists`,
    `at most ${most} rows are taken in one call; send the rest in another`,
  )
}

function partsOf(list: string, rows: readonly unknown[]): BulkPart[] {
  const parts: BulkPart[] = []
  for (let first = 0; first < rows.length; first += PART_ROWS) {
    const some = rows.slice(first, first + PART_ROWS)
    parts.push({ list, first, count: some.length, rows: new TextEncoder().encode(JSON.stringify(some)) })
  }
  return parts
}

/** With fields in one order and every value as text, as forms have it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value === null ? null : String(value))
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`
}

const ROW_FIELD = /^([^[\].]+)(?:\[(\d{1,9})\]|\.(\d{1,9}))(?:\[([^[\]]+)\]|\.([^[\].]+))(.*)$/

/** Each row is read by itself: the reader of forms would take minutes for ten thousand at once. */
function readFormRows(text: string, limits: BulkLimits): Lists {
  const lists = new Map<string, string[][]>()
  const others: string[] = []
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=')
    const key = decoded(at < 0 ? pair : pair.slice(0, at))
    const [, list = '', bracketed, dotted, inBrackets, afterDot, rest = ''] = ROW_FIELD.exec(key) ?? []
    if (list === '') {
      if (pair !== '') others.push(pair)
      continue
    }
    const row = Number(bracketed ?? dotted)
    if (row >= limits.rows) throw tooMany(list, `at least ${row + 1}`, limits)
    const rows = lists.get(list) ?? []
    lists.set(list, rows)
    const field = encodeURIComponent(`${inBrackets ?? afterDot}${rest}`)
    const fields = rows[row] ?? []
    rows[row] = fields
    fields.push(at < 0 ? field : `${field}${pair.slice(at)}`)
  }
  return {
    ...plainFields(others),
    ...Object.fromEntries([...lists].map(([list, rows]) => [list, rowsOf(list, rows)])),
  }
}

/** What stands beside the lists, so that it is refused by its name. */
function plainFields(pairs: readonly string[]): Lists {
  const value = pairs.length === 0 ? {} : readForm(pairs.join('&'))
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function rowsOf(list: string, rows: readonly (readonly string[] | undefined)[]): unknown[] {
  return Array.from(rows, (fields, index) => {
    if (fields) return readRow(`${list}[${index}]`, fields)
    throw invalidField(
      list,
      'a form list with missing positions',
      'number the entries 0, 1, 2 … without a gap',
    )
  })
}

function readRow(path: string, pairs: readonly string[]): unknown {
  try {
    return readForm(pairs.join('&'), { nul: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const within = (text = '') => `${path}.${text}`
    const fields = error.facts.fields ?? []
    throw InvalidValue({
      parameters: fields.map((field) => within(field.path)),
      detail: within(error.facts.detail),
      fields: fields.map((field) => ({
        ...field,
        path: within(field.path),
        message: within(field.message),
      })),
    })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw invalidField(text.slice(0, 100), 'not a valid form field', 'percent-encode it as UTF-8')
  }
}
