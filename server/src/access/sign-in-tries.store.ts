import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import { nobody } from '../kit/actor.ts'
import { later } from '../kit/time.ts'

export interface Subject {
  readonly kind: 'USER' | 'ADDRESS'
  readonly name: Buffer
}

export interface Pace {
  readonly free: number
  readonly mostMs: number
  readonly forgottenAfterMs: number
}

// Signing in is what finds the tenant.
const { tenant } = nobody

/** Counts one try; false: the next is still waited for, and nothing was counted. One statement, so that tries at once wait for each other. */
export async function countTry(
  db: Kysely<Tables>,
  { kind, name }: Subject,
  { free, mostMs, forgottenAfterMs }: Pace,
  at: Date,
): Promise<boolean> {
  const tries = sql<number>`case when t.last_at <= ${later(at, -forgottenAfterMs)} then 1 else t.tries + 1 end`
  // 2^20 seconds are far over the most; more would leave the range of an interval one day.
  const wait = sql`interval '1 millisecond' * least(1000 * 2 ^ least(${tries} - ${free}, 20), ${mostMs}::double precision)`
  // While they are free there is no wait at all: processes whose clocks differ by little do not refuse each other's.
  const next = sql`case when ${tries} < ${free} then 'epoch' else ${at}::timestamptz + ${wait} end`
  const { rows } = await sql`insert into sign_in_tries as t (tenant, kind, subject, tries, last_at, next_at)
    values (${tenant}, ${kind}, ${name}, 1, ${at}, 'epoch')
    on conflict (tenant, kind, subject) do update
      set tries = ${tries}, last_at = ${at}, next_at = ${next}
      where t.next_at <= ${at}
    returning tries`.execute(db)
  return rows.length === 1
}

export async function nextTryOf(db: Kysely<Tables>, { kind, name }: Subject): Promise<Date | undefined> {
  const row = await db
    .selectFrom('sign_in_tries')
    .select('next_at')
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where('subject', '=', name)
    .executeTakeFirst()
  return row?.next_at
}

export async function giveTryBack(db: Kysely<Tables>, { kind, name }: Subject): Promise<void> {
  await db
    .updateTable('sign_in_tries')
    .set(({ eb }) => ({ tries: eb('tries', '-', 1) }))
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where('subject', '=', name)
    .where('tries', '>', 0)
    .execute()
}

export async function forgetTries(
  db: Kysely<Tables>,
  { of, before }: { readonly of?: Subject; readonly before?: Date },
): Promise<void> {
  let tries = db.deleteFrom('sign_in_tries').where('tenant', '=', tenant)
  if (of) tries = tries.where('kind', '=', of.kind).where('subject', '=', of.name)
  if (before) tries = tries.where('last_at', '<', before)
  await tries.execute()
}
