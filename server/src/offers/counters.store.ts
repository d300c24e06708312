import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import {
  type CounterBook,
  type CounterRef,
  type CounterState,
  type Counters,
  counterBook,
  counterKey,
  distinctRefs,
} from '../engine/index.ts'
import { idOf, type PassId } from '../kit/id.ts'

const OPEN = statement(
  'offers_open_counters',
  `insert into offer_counters (tenant, offer_id, subject_id, period)
   select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[]) on conflict do nothing`,
)

const SELECT = `select c.tenant, c.offer_id as offer, c.subject_id as subject, c.period, c.amount, c.uses
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[]) as k(tenant, offer_id, subject_id, period)
     join offer_counters c on c.tenant = k.tenant and c.offer_id = k.offer_id and c.subject_id = k.subject_id and c.period = k.period`

const READ = statement('offers_read_counters', SELECT)

const LOCK = statement(
  'offers_lock_counters',
  `${SELECT}
    order by c.tenant, c.offer_id, c.subject_id, c.period
      for no key update of c`,
)

const SAVE = statement(
  'offers_save_counters',
  `update offer_counters c set amount = k.amount, uses = k.uses
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::int[])
          as k(tenant, offer_id, subject_id, period, amount, uses)
    where c.tenant = k.tenant and c.offer_id = k.offer_id and c.subject_id = k.subject_id and c.period = k.period`,
)

interface Row extends CounterRef {
  readonly amount: bigint
  readonly uses: number
}

/**
 * Locks counters, opening those that do not exist, each in the order of their keys: a limit is never overrun, because nobody
 * judges by a counter that another transaction is moving. Lock them after wallets and before accounts of organisations.
 */
export async function lockCounters(sql: Runner, refs: readonly CounterRef[]): Promise<CounterBook> {
  const wanted = distinctRefs(refs).sort((a, b) => (counterKey(a) < counterKey(b) ? -1 : 1))
  if (wanted.length === 0) return counterBook()
  const values = keysOf(wanted)
  const [, rows] = await Promise.all([sql.run(OPEN, values), sql.run<Row>(LOCK, values)])
  return counterBook(rows.map(stateOf))
}

/** Reads counters as they are now, without holding them; those that nothing was counted on are left out. */
export async function readCounters({ sql }: Work, refs: readonly CounterRef[]): Promise<Counters> {
  if (refs.length === 0) return counterBook()
  const rows = await sql.run<Row>(READ, keysOf(refs))
  return counterBook(rows.map(stateOf))
}

function stateOf({ amount, uses, ...ref }: Row): CounterState {
  return { ref, amount, uses }
}

function keysOf(refs: readonly CounterRef[]): string[] {
  return columnsOf(
    refs,
    (ref) => ref.tenant,
    (ref) => ref.offer,
    (ref) => ref.subject,
    (ref) => ref.period,
  )
}

/** Opens counters that may not exist yet; harmless where they do. */
export async function openCounters(sql: Runner, refs: readonly CounterRef[]): Promise<void> {
  if (refs.length === 0) return
  await sql.run(OPEN, keysOf(refs))
}

export async function saveCounters(sql: Runner, counters: readonly CounterState[]): Promise<void> {
  if (counters.length === 0) return
  await sql.run(
    SAVE,
    columnsOf(
      counters,
      ({ ref }) => ref.tenant,
      ({ ref }) => ref.offer,
      ({ ref }) => ref.subject,
      ({ ref }) => ref.period,
      ({ amount }) => amount,
      ({ uses }) => uses,
    ),
  )
}

/** How often passes were used in all, by purchases that stand. */
export async function usesOfPasses(
  { db, actor }: Work,
  passes: readonly string[],
): Promise<ReadonlyMap<PassId, number>> {
  if (passes.length === 0) return new Map()
  const rows = await db
    .selectFrom('offer_counters')
    .select(['subject_id', 'uses'])
    .where('tenant', '=', actor.tenant)
    .where('subject_id', 'in', [...passes])
    .where('period', '=', 'pass:')
    .execute()
  return new Map(rows.map(({ subject_id, uses }) => [idOf<PassId>(subject_id), uses]))
}
