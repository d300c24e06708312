import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { UserId } from '../kit/id.ts'
import type { StaffMailKind } from './staff-mail.ts'

interface NewStaffMail {
  readonly id: string
  readonly user: UserId
  readonly kind: StaffMailKind
  readonly secret: Buffer
}

/** An earlier one of the kind that was not sent yet is over with it, as what it is about is. */
export async function insertStaffMail(
  { db, actor, at }: Pick<Work, 'db' | 'actor' | 'at'>,
  { id, user, kind, secret }: NewStaffMail,
): Promise<void> {
  await db
    .updateTable('staff_mails')
    .set({ next_at: null, secret: null, error: 'replaced by a newer one' })
    .where('tenant', '=', actor.tenant)
    .where('user_id', '=', user)
    .where('kind', '=', kind)
    .where('next_at', 'is not', null)
    .execute()
  await db
    .insertInto('staff_mails')
    .values({ tenant: actor.tenant, id, user_id: user, kind, secret, created_at: at, next_at: at })
    .execute()
}

export interface StaffMail {
  readonly tenant: Tenant
  readonly id: string
  readonly user: string
  readonly kind: StaffMailKind
  readonly secret: Buffer | undefined
  readonly attempts: number
  readonly at: Date
}

/** Those that are due, each for one process until then. */
export async function claimStaffMails(
  db: Kysely<Tables>,
  tenant: Tenant,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<readonly StaffMail[]> {
  const rows = await db
    .updateTable('staff_mails')
    .set({ next_at: until })
    .where('tenant', '=', tenant)
    .where('next_at', '<=', at)
    .returningAll()
    .execute()
  return rows.map(mailOfRow)
}

interface Done {
  readonly sentAt: Date | undefined
  readonly nextAt: Date | undefined
  readonly error: string | undefined
  /** In TEST mode it is read in the outbox. */
  readonly keepsSecret: boolean
}

export async function saveStaffMail(
  db: Kysely<Tables>,
  { tenant, id, attempts }: StaffMail,
  { sentAt, nextAt, error, keepsSecret }: Done,
): Promise<void> {
  await db
    .updateTable('staff_mails')
    .set({
      attempts: attempts + 1,
      sent_at: sentAt ?? null,
      next_at: nextAt ?? null,
      error: error ?? null,
      ...(!keepsSecret && nextAt === undefined && { secret: null }),
    })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
}

/** Newest first. */
export async function staffMailsOf({ db, actor }: Work, most: number): Promise<readonly StaffMail[]> {
  const rows = await db
    .selectFrom('staff_mails')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(mailOfRow)
}

export async function forgetStaffMails(db: Kysely<Tables>, tenant: Tenant, before: Date): Promise<void> {
  await db.deleteFrom('staff_mails').where('tenant', '=', tenant).where('created_at', '<', before).execute()
}

function mailOfRow(row: {
  readonly tenant: Tenant
  readonly id: string
  readonly user_id: string
  readonly kind: StaffMailKind
  readonly secret: Buffer | null
  readonly attempts: number
  readonly created_at: Date
}): StaffMail {
  const { tenant, id, user_id: user, kind, secret, attempts, created_at: at } = row
  return { tenant, id, user, kind, secret: secret ?? undefined, attempts, at }
}
