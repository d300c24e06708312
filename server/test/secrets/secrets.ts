import type { Answered } from '../../../scripts/fuzz/judge.ts'
import type { Line, Sent } from '../../../scripts/fuzz/send.ts'
import type { Database } from '../../src/db/index.ts'

/** What a run of requests told and was told: secrets that may stand nowhere else, and people who may stand in no log. */
export interface Overheard {
  /** Each under what it is. */
  readonly secrets: Map<string, string>
  readonly people: Set<string>
  readonly refusals: { readonly asked: string; readonly text: string }[]
  /** Hears all that goes over a line. */
  listen(line: Line): Line
  hear(sent: Pick<Sent, 'method' | 'path' | 'body'>, answer: Pick<Answered, 'status' | 'text'>): void
}

const ASKED_WITH = new Set(['password', 'invitation', 'pin', 'secret_key', 'client_secret', 'webhook_secret'])
const TOLD_ONCE = new Set([
  'key',
  'invitation',
  'secret',
  'alternative_token',
  'access_token',
  'refresh_token',
])
const LEAST = 4
/** What an example says where nothing better is known. */
const SAMPLE = 'text'

export function overhear(): Overheard {
  const secrets = new Map<string, string>()
  const people = new Set<string>()
  const refusals: Overheard['refusals'] = []
  const keep = (what: string, value: unknown) => {
    if (typeof value === 'string' && value.length >= LEAST && value !== SAMPLE) secrets.set(value, what)
  }
  const hear: Overheard['hear'] = ({ method, path, body }, { status, text }) => {
    const asked = `${method} ${path}`
    walk(parsed(String(body ?? '')), (name, value, beside) => {
      if (ASKED_WITH.has(name)) keep(`${name} of ${asked}`, value)
      const isPerson = name === 'email_address' || (name === 'number' && 'phone_type' in beside)
      if (isPerson && typeof value === 'string') people.add(value)
    })
    if (status >= 400) refusals.push({ asked, text })
    else
      walk(parsed(text), (name, value, beside) => {
        const isCode = name === 'value' && 'alternative_token' in beside
        const isTold = TOLD_ONCE.has(name) && !/^[A-Z_]*$/.test(String(value))
        if (isCode || isTold) keep(`${name} of ${asked}`, value)
      })
  }
  const listen = (line: Line): Line => ({
    ...line,
    send: async (sent) => {
      const answer = await line.send(sent)
      hear(sent, answer)
      return answer
    },
  })
  return { secrets, people, refusals, listen, hear }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function walk(value: unknown, visit: (name: string, value: unknown, beside: object) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      visit(name, inner, value)
      walk(inner, visit)
    }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Which of them stand in a text, each as a word of its own: a pin is not part of a longer number, nor of an id, whose parts tell the time. */
export function foundIn(text: string, wanted: Iterable<string>): string[] {
  const withoutIds = text.replaceAll(ID, '')
  return [...wanted].filter((each) => isWordOf(each.length < 36 ? withoutIds : text, each))
}

function isWordOf(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = [text.at(at - 1), text.at(at + word.length)]
    if (at === 0) around.shift()
    if (around.every((character) => character === undefined || !/[0-9A-Za-z]/.test(character))) return true
  }
  return false
}

export interface Dumped {
  readonly table: string
  readonly text: string
}

/** Every row of every table, as a dump has it; bytes that are text as text besides. */
export async function dump({ pool }: Database): Promise<Dumped[]> {
  const tables = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  const dumped: Dumped[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ text: string }>(
      `select row_to_json(t)::text as text from "${name}" t`,
    )
    dumped.push({ table: name, text: rows.map(({ text }) => withBytesRead(text)).join('\n') })
  }
  return dumped
}

function withBytesRead(row: string): string {
  return row.replaceAll(/"\\\\x([0-9a-f]*)"/g, (hex, digits: string) => {
    return `${hex} ${Buffer.from(digits, 'hex').toString('utf8')}`
  })
}
