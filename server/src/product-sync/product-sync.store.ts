import { type Runner, statement, type Work } from '../db/index.ts'
import type { BulkPart } from '../http/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ProcessId } from '../kit/id.ts'
import { type List, listNamed, type Rejection } from './sync-row.ts'

export type SyncSource = 'SYNC' | 'FEED'

export interface SyncKey {
  readonly tenant: Tenant
  readonly sync: ProcessId
}

export interface NewSync {
  readonly id: ProcessId
  readonly source: SyncSource
  readonly received: number
}

export async function insertSync({ db, actor, at }: Work, { id, source, received }: NewSync): Promise<void> {
  await db
    .insertInto('product_syncs')
    .values({ tenant: actor.tenant, id, source, received, created_at: at })
    .execute()
}

const PARTS_AT_ONCE = 100

/** Their texts go to the database as the bytes they came in. */
export async function insertParts(
  { db, actor }: Work,
  sync: ProcessId,
  parts: readonly (BulkPart & { readonly part: number })[],
): Promise<void> {
  for (let from = 0; from < parts.length; from += PARTS_AT_ONCE) {
    const some = parts.slice(from, from + PARTS_AT_ONCE)
    await db
      .insertInto('product_sync_parts')
      .values(
        some.map(({ part, list, first, count, rows }) => ({
          tenant: actor.tenant,
          sync_id: sync,
          part,
          list: listNamed(list),
          first,
          count,
          rows: Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength),
        })),
      )
      .execute()
  }
}

export interface SyncHead {
  readonly source: SyncSource
  readonly received: number
  readonly finished_at: Date | null
  /** When its rows were thrown away, because it was given up. */
  readonly forgotten_at: Date | null
  /** Rows whose parts are done. */
  readonly done: number
}

const HEAD = statement(
  'product_sync_head',
  `select s.source, s.received, s.finished_at, s.forgotten_at,
          coalesce((select sum(p.count) from product_sync_parts p
                     where p.tenant = s.tenant and p.sync_id = s.id and p.done), 0)::int as done
     from product_syncs s where s.tenant = $1::int and s.id = $2::uuid`,
)

export async function readSync(sql: Runner, { tenant, sync }: SyncKey): Promise<SyncHead | undefined> {
  const [row] = await sql.run<SyncHead>(HEAD, [tenant, sync])
  return row
}

/** Some rows that wait. */
export interface WaitingPart {
  readonly part: number
  readonly list: List
  readonly first: number
  readonly count: number
  readonly rows: string
}

const NEXT_PART = statement(
  'product_sync_next_part',
  `select part, list, first, count, rows from product_sync_parts
    where tenant = $1::int and sync_id = $2::uuid and part > $3::int and not done and rows is not null
    order by part limit 1`,
)

/** The first part after another that is not done yet. */
export async function partAfter(
  sql: Runner,
  { tenant, sync }: SyncKey,
  part: number,
): Promise<WaitingPart | undefined> {
  const [row] = await sql.run<WaitingPart>(NEXT_PART, [tenant, sync, part])
  return row
}

const ROWS_AFTER = statement(
  'product_sync_rows_after',
  `select part, rows from product_sync_parts
    where tenant = $1::int and sync_id = $2::uuid and part > $3::int and list = 'products' and rows is not null
    order by part limit 1`,
)

/** The products of the first part after another, done or not. */
export async function productsAfter(
  sql: Runner,
  { tenant, sync }: SyncKey,
  part: number,
): Promise<{ readonly part: number; readonly rows: string } | undefined> {
  const [row] = await sql.run<{ part: number; rows: string }>(ROWS_AFTER, [tenant, sync, part])
  return row
}

const HOLD_PART = statement(
  'product_sync_hold_part',
  `select part from product_sync_parts
    where tenant = $1::int and sync_id = $2::uuid and part = $3::int and not done for no key update`,
)

/** Keeps the part until the end of the work; false: somebody else has done it. */
export async function holdPart(sql: Runner, { tenant, sync }: SyncKey, part: number): Promise<boolean> {
  return (await sql.run(HOLD_PART, [tenant, sync, part])).length > 0
}

export interface PartDone {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejections: readonly Rejection[]
}

const SAVE_PART = statement(
  'product_sync_save_part',
  `update product_sync_parts
      set done = true, created = $4::int, updated = $5::int, unchanged = $6::int, rejected = $7::int, rejections = $8::jsonb
    where tenant = $1::int and sync_id = $2::uuid and part = $3::int`,
)

export async function savePart(
  sql: Runner,
  { tenant, sync }: SyncKey,
  { part, created, updated, unchanged, rejections }: PartDone & { readonly part: number },
): Promise<void> {
  const told = [created, updated, unchanged, rejections.length, JSON.stringify(rejections)]
  await sql.run(SAVE_PART, [tenant, sync, part, ...told])
}

const FINISH = statement(
  'product_sync_finish',
  `update product_syncs set finished_at = $3::timestamptz
    where tenant = $1::int and id = $2::uuid and finished_at is null returning id`,
)

const FORGET_ROWS = statement(
  'product_sync_forget_rows',
  'update product_sync_parts set rows = null where tenant = $1::int and sync_id = $2::uuid and rows is not null',
)

/** The rows are needed no more. False: it was finished before. */
export async function finishSync(sql: Runner, { tenant, sync }: SyncKey, at: Date): Promise<boolean> {
  const finished = await sql.run(FINISH, [tenant, sync, at])
  await sql.run(FORGET_ROWS, [tenant, sync])
  return finished.length > 0
}
