import { type Database, type Runner, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import type { Actor } from '../kit/actor.ts'
import { InvalidState } from '../kit/error.ts'
import type { ProcessId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Clock } from '../kit/time.ts'
import type { RunProcess } from '../processes/index.ts'
import { currencyOf, type Glossary, openGlossary } from '../products/index.ts'
import { type Applying, applyPart } from './apply-part.ts'
import { DAYS_KEPT } from './forget-abandoned.ts'
import { measureGrown } from './measure-tables.ts'
import { namedGroups } from './named-groups.ts'
import { finishSync, partAfter, productsAfter, readSync, type SyncKey } from './product-sync.store.ts'
import { type Pressure, rest } from './rest.ts'
import { keepsNothing } from './start-sync.ts'
import { totalsOf } from './told.store.ts'

export interface SyncSources {
  readonly database: Database
  readonly clock: Clock
  readonly pressure: Pressure
}

const BEFORE_ALL = -1

/**
 * Applies the rows that wait, part after part, each in a short transaction of its own. What is done is told by the parts themselves,
 * so a run that begins again goes on with the first that is not, and two runs at once do nothing twice.
 */
export function syncRunner({ database, clock, pressure }: SyncSources): RunProcess {
  return async ({ process, actor, input, progress, signal }) => {
    const sql = runnerOfTransaction(database.query)
    const key: SyncKey = { tenant: actor.tenant, sync: process }
    const head = present(await readSync(sql, key), 'a process of rows has rows')
    if (head.forgotten_at !== null) throw rowsAreGone(process)
    const { source, received, done: before } = head
    const currency = await within(database, { actor, at: clock(actor.tenant) }, currencyOf)
    const glossaryFor = once((work) => readGlossary(work.sql, key, signal))
    const applying = { key, source, currency, glossaryFor, isTrial: keepsNothing(input) }
    let done = before
    let parts = 0
    for (let part = await partAfter(sql, key, BEFORE_ALL); part; ) {
      signal.throwIfAborted()
      const since = performance.now()
      const now = part
      const applied = within(database, { actor, at: clock(actor.tenant) }, (work) =>
        applyPart(work, now, applying),
      )
      // The next is read meanwhile.
      const [, next] = await Promise.all([applied, partAfter(sql, key, now.part)])
      done += now.count
      parts += 1
      if (Number.isInteger(Math.log2(parts))) await measureGrown(database)
      progress(done, received, { after: now.part })
      await rest(performance.now() - since, { pressure, signal })
      part = next
    }
    signal.throwIfAborted()
    return within(database, { actor, at: clock(actor.tenant) }, (work) => finish(work, applying))
  }
}

function rowsAreGone(process: ProcessId): Error {
  return InvalidState({
    parameters: ['process', process],
    detail: `The rows were kept for ${DAYS_KEPT} days after it was given up; send them again.`,
  })
}

function within<Result>(
  database: Database,
  who: { readonly actor: Actor; readonly at: Date },
  run: (work: Work) => Promise<Result>,
): Promise<Result> {
  return transact(database, who, run)
}

/** Rows that were told before, or name groups that are known by their codes, need none. */
function once(read: (work: Work) => Promise<Glossary>): (work: Work) => Promise<Glossary> {
  let glossary: Glossary | undefined
  return async (work) => {
    glossary ??= await read(work)
    return glossary
  }
}

/** What all rows together say of groups, so that their order does not matter. */
async function readGlossary(sql: Runner, key: SyncKey, signal: AbortSignal): Promise<Glossary> {
  const glossary = openGlossary()
  for (let last = BEFORE_ALL; ; ) {
    signal.throwIfAborted()
    const part = await productsAfter(sql, key, last)
    if (!part) return glossary
    for (const row of namedGroups(part.rows)) glossary.add(row)
    last = part.part
  }
}

/** Told once, however often a run comes to its end. */
async function finish(work: Work, { key, isTrial }: Pick<Applying, 'key' | 'isTrial'>) {
  const isFirst = await finishSync(work.sql, key, work.at)
  if (isFirst && !isTrial) await record(work, 'products.synchronised', key.sync)
  const told = (await totalsOf(work.sql, key.tenant, [key.sync])).get(key.sync)
  return { ...present(told, 'a process of rows has totals').totals }
}
