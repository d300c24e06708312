import { sql, type Transaction } from 'kysely'
import type { Actor } from '../kit/actor.ts'
import type { Language } from '../kit/localised.ts'
import type { Database } from './pool.ts'
import { type Runner, runnerOfTransaction } from './runner.ts'
import type { Tables } from './tables.ts'

/** One unit of work: a transaction for one caller at one instant. Only the edge opens and commits it. */
export interface Work {
  readonly actor: Actor
  readonly at: Date
  /** In which the answer is to be told; undefined: nobody said. */
  readonly language?: Language | undefined
  readonly db: Transaction<Tables>
  /** For set-based statements that the hot path shares. */
  readonly sql: Runner
}

const MAX_TRIES = 6
const FIRST_PAUSE_MS = 10
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'
// Class 08 and the server's own shutdown: the statement may or may not have run; the unique keys decide when it is run again.
const CONNECTION_LOST = /^(08|57P0)/

function codeOfError(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

export function isUniqueViolation(error: unknown): boolean {
  return codeOfError(error) === UNIQUE_VIOLATION
}

// A lock or a statement took longer than it may, or there are more connections than the server takes.
const OVERLOADED = ['55P03', '57014', '53300']

/** True where the database was there but too busy: the work was undone, and its caller may send it again. */
function isOverloaded(error: unknown): boolean {
  return OVERLOADED.includes(codeOfError(error))
}

/** True where the same work may succeed when it is run again. */
export function isPassing(error: unknown): boolean {
  const code = codeOfError(error)
  if (code === SERIALIZATION_FAILURE || code === DEADLOCK || CONNECTION_LOST.test(code)) return true
  return ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ENOENT'].includes(code) || isConnectionEnded(error)
}

/** True where the database was away or too busy: what else is asked of it now would fail too, and later the same work may succeed. */
export function isAway(error: unknown): boolean {
  return isPassing(error) || isOverloaded(error)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function isConnectionEnded(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Connection terminated|Client has encountered a connection error/.test(error.message)
  )
}

/** The work ends without waiting for the disk. Whatever is committed after it, and waits, is durable only with it. */
export async function commitLater({ db }: Work): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(db)
}

/** What would come of it: whatever it writes is undone when it ends, and the work goes on. */
export async function tryOut<Result>({ db }: Work, run: () => Promise<Result>): Promise<Result> {
  await sql`savepoint tried_out`.execute(db)
  try {
    return await run()
  } finally {
    await sql`rollback to savepoint tried_out`.execute(db)
  }
}

/** A part of the work that is kept or undone by itself: where it fails, the work can go on. */
export async function asOne<Result>({ db }: Work, run: () => Promise<Result>): Promise<Result> {
  await sql`savepoint as_one`.execute(db)
  try {
    const result = await run()
    await sql`release savepoint as_one`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint as_one`.execute(db)
    throw error
  }
}

/** Runs the work in one transaction, again when it met a deadlock or a serialization failure; commits when it returns. */
export async function transact<Result>(
  database: Database,
  { actor, at, language }: Pick<Work, 'actor' | 'at' | 'language'>,
  work: (work: Work) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.query
        .transaction()
        .execute((db) => work({ actor, at, language, db, sql: runnerOfTransaction(db) }))
    } catch (error) {
      // Unique violations are tried again too: they turn into the ordinary refusal once the other transaction is visible.
      if (tries >= MAX_TRIES || !(isPassing(error) || isUniqueViolation(error))) throw error
      await pause(FIRST_PAUSE_MS * 2 ** tries)
    }
  }
}
