import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { PageRequest } from '../kit/page.ts'
import { type Act, FIRST, hashOfLine, hashOfText, type Line } from './act.ts'

/** Writes the next line. Whoever writes one of the same tenant waits until this work ends: lines have no gap. */
export async function insertAct({ db }: Pick<Work, 'db'>, { changes, ...act }: Act): Promise<void> {
  const { seq, hash: previous } = await nextOf(db, act.tenant)
  const text = JSON.stringify(changes)
  const said = { ...act, seq, changesHash: hashOfText(text), previous }
  const hash = hashOfLine(said)
  await db
    .insertInto('audit_log')
    .values({
      tenant: act.tenant,
      seq,
      at: act.at,
      by_kind: act.by.kind,
      by_id: act.by.id,
      by_name: act.by.name,
      operation: act.operation,
      target_id: act.target ?? null,
      changes: text,
      changes_hash: said.changesHash,
      address: act.address,
      request_id: act.requestId,
      previous,
      hash,
    })
    .execute()
  await db.updateTable('audit_heads').set({ hash }).where('tenant', '=', act.tenant).execute()
}

function nextOf(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .insertInto('audit_heads')
    .values({ tenant, seq: 1n, hash: FIRST })
    .onConflict((head) => head.column('tenant').doUpdateSet({ seq: sql<bigint>`audit_heads.seq + 1` }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
}

export interface ActFilter {
  readonly from: Date | undefined
  readonly before: Date | undefined
  readonly by: string | undefined
  readonly kind: 'KEY' | 'USER' | undefined
  readonly operation: string | undefined
  readonly target: string | undefined
}

/** The newest first; one more than the page holds, so that the page knows whether there is another. */
export async function pageOfActs(
  work: Work,
  filter: ActFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<Line[]> {
  const rows = await actsLike(work, filter)
    .selectAll()
    .orderBy('seq', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(lineOfRow)
}

export async function countActs(work: Work, filter: ActFilter): Promise<number> {
  const { total } = await actsLike(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function actsLike({ db, actor }: Work, { from, before, by, kind, operation, target }: ActFilter) {
  let acts = db.selectFrom('audit_log').where('tenant', '=', actor.tenant)
  if (from) acts = acts.where('at', '>=', from)
  if (before) acts = acts.where('at', '<', before)
  if (by !== undefined) acts = acts.where('by_id', '=', by)
  if (kind !== undefined) acts = acts.where('by_kind', '=', kind)
  if (operation !== undefined) acts = acts.where('operation', '=', operation)
  if (target !== undefined) acts = acts.where('target_id', '=', target)
  return acts
}

/** Lines after a number, in their order. */
export async function linesAfter(
  db: Kysely<Tables>,
  { tenant, seq, most }: { readonly tenant: Tenant; readonly seq: bigint; readonly most: number },
): Promise<Line[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(lineOfRow)
}

/** What was done after a line, by the names of its endpoints, and the last line there is. */
export async function operationsAfter(
  { db, actor }: Work,
  seq: bigint | undefined,
): Promise<{ readonly last: bigint; readonly operations: readonly string[] }> {
  const last = (await headOf(db, actor.tenant))?.seq ?? 0n
  if (seq === undefined || last <= seq) return { last, operations: [] }
  const rows = await db
    .selectFrom('audit_log')
    .select('operation')
    .distinct()
    .where('tenant', '=', actor.tenant)
    .where('seq', '>', seq)
    .where('seq', '<=', last)
    .execute()
  return { last, operations: rows.map(({ operation }) => operation) }
}

export function headOf(db: Kysely<Tables>, tenant: Tenant) {
  return db.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant).executeTakeFirst()
}

/** The oldest lines go; the chain is proved from the oldest that is left. */
export async function deleteActsBefore(db: Kysely<Tables>, tenant: Tenant, before: Date): Promise<void> {
  await db.deleteFrom('audit_log').where('tenant', '=', tenant).where('at', '<', before).execute()
}

function lineOfRow(row: Selectable<Tables['audit_log']>): Line {
  return {
    tenant: row.tenant,
    seq: row.seq,
    at: row.at,
    by: { kind: row.by_kind, id: row.by_id, name: row.by_name },
    operation: row.operation,
    target: row.target_id ?? undefined,
    changes: row.changes ?? undefined,
    changesHash: row.changes_hash,
    address: row.address,
    requestId: row.request_id,
    previous: row.previous,
    hash: row.hash,
  }
}
