import { CompiledQuery, type Kysely } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/** A statement with a name: prepared once a connection, its text has one home. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/**
 * Runs set-based statements, either pipelined on a connection of the hot path or inside the transaction of other work, so that
 * the ledger's SQL is the same for both. Rows come as objects with the statement's column names.
 */
export interface Runner {
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
}

const declared: Statement[] = []

/** Declares a statement of the hot path; its plan is checked by a test. */
export function statement(name: string, text: string): Statement {
  const made = { name, text }
  declared.push(made)
  return made
}

/** All statements of the modules that are loaded. */
export function declaredStatements(): readonly Statement[] {
  return declared
}

export function runnerOfClient(client: pg.Client): Runner {
  return {
    run: async ({ name, text }, values) => {
      const { rows } = await client.query({ name, text, values: [...values] })
      return rows
    },
  }
}

export function runnerOfTransaction(transaction: Kysely<Tables>): Runner {
  return {
    run: async <Row>({ text }: Statement, values: readonly unknown[]) => {
      const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
      return rows
    },
  }
}

const NEEDS_ESCAPE = /["\\]/
const ESCAPED = /["\\]/g

/**
 * PostgreSQL's text form of an array. Made here because the driver's own general conversion costs more than the query for
 * groups of some hundred rows.
 */
export function arrayOf(
  values: readonly (string | number | bigint | boolean | Date | Buffer | null)[],
): string {
  let text = '{'
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ','
    text += element(values[index] ?? null)
  }
  return `${text}}`
}

function element(value: string | number | bigint | boolean | Date | Buffer | null): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string')
    return `"${NEEDS_ESCAPE.test(value) ? value.replace(ESCAPED, '\\$&') : value}"`
  if (value instanceof Date) return `"${value.toISOString()}"`
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`
  return String(value)
}

const DOCUMENT_END = '\u001e'

/**
 * JSON texts as one parameter for `string_to_array($1, chr(30), '')`: JSON never holds that character, so nothing is escaped.
 * An empty text stands for null.
 */
export function documentsOf(texts: readonly string[]): string {
  return texts.join(DOCUMENT_END)
}

/** The columns of rows as array parameters, in the order of the readers; for `unnest($1::…[], $2::…[], …)`. */
export function columnsOf<Row>(
  rows: readonly Row[],
  ...readers: readonly ((row: Row) => string | number | bigint | boolean | Date | Buffer | null)[]
): string[] {
  return readers.map((read) => arrayOf(rows.map(read)))
}
