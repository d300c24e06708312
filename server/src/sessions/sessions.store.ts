import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import type { EndReason, Session, SubjectKind } from './session.ts'

type Db = Kysely<Tables>

export interface Subject {
  readonly tenant: Tenant
  readonly kind: SubjectKind
  readonly subject: string
}

export async function insertSession(db: Db, session: Session): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      tenant: session.tenant,
      id: session.id,
      kind: session.kind,
      subject_id: session.subject,
      device: session.device ?? null,
      generation: session.generation,
      token_hash: session.tokenHash,
      rotated_at: session.rotatedAt,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      ends_at: session.endsAt ?? null,
    })
    .execute()
}

/** Locked: tabs that refresh at once wait for each other. */
export async function holdSession(db: Db, tenant: Tenant, id: string): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && sessionOfRow(row)
}

export async function saveRotation(db: Db, session: Session): Promise<void> {
  await db
    .updateTable('sessions')
    .set({
      generation: session.generation,
      token_hash: session.tokenHash,
      rotated_at: session.rotatedAt,
      expires_at: session.expiresAt,
    })
    .where('tenant', '=', session.tenant)
    .where('id', '=', session.id)
    .execute()
}

export interface Ended {
  readonly at: Date
  readonly why: EndReason
}

/** Ends the one session of the subject, if it has not ended. */
export async function endOne(db: Db, subject: Subject, id: string, { at, why }: Ended): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ ended_at: at, end_reason: why })
    .where('tenant', '=', subject.tenant)
    .where('kind', '=', subject.kind)
    .where('subject_id', '=', subject.subject)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of the subject that lives, but the one to keep. */
export async function endAll(
  db: Db,
  subject: Subject,
  { at, why, except }: Ended & { readonly except: string | undefined },
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ ended_at: at, end_reason: why })
    .where('tenant', '=', subject.tenant)
    .where('kind', '=', subject.kind)
    .where('subject_id', '=', subject.subject)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (q) => q.where('id', '<>', except ?? ''))
    .execute()
}

/** The subject's sessions that live, the one used last first. */
export async function liveSessions(db: Db, subject: Subject, at: Date): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('tenant', '=', subject.tenant)
    .where('kind', '=', subject.kind)
    .where('subject_id', '=', subject.subject)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('rotated_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(sessionOfRow)
}

/** Two subjects became one: whoever was signed in as the first is signed in as the other. */
export async function giveSessions(db: Db, from: Subject, to: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ subject_id: to })
    .where('tenant', '=', from.tenant)
    .where('kind', '=', from.kind)
    .where('subject_id', '=', from.subject)
    .execute()
}

export async function deleteSessionsOver(db: Db, tenant: Tenant, before: Date): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('tenant', '=', tenant)
    .where((session) =>
      session.or([session.eb('ended_at', '<', before), session.eb('expires_at', '<', before)]),
    )
    .execute()
}

/** Whose session it is, with the business of its tenant; undefined once it ended. */
export interface SignedIn {
  readonly kind: SubjectKind
  readonly subject: string
  readonly business: OrganisationId
  readonly mode: Mode
  readonly expiresAt: Date
}

export async function whoIsSignedIn(db: Db, tenant: Tenant, id: string): Promise<SignedIn | undefined> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('tenants as t', 't.tenant', 's.tenant')
    .select(['s.kind', 's.subject_id', 's.expires_at', 't.business_id', 't.mode'])
    .where('s.tenant', '=', tenant)
    .where('s.id', '=', id)
    .where('s.ended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      kind: row.kind,
      subject: row.subject_id,
      business: idOf<OrganisationId>(row.business_id),
      mode: row.mode,
      expiresAt: row.expires_at,
    }
  )
}

function sessionOfRow(row: {
  readonly tenant: Tenant
  readonly id: string
  readonly kind: SubjectKind
  readonly subject_id: string
  readonly device: string | null
  readonly generation: number
  readonly token_hash: Buffer
  readonly rotated_at: Date
  readonly created_at: Date
  readonly expires_at: Date
  readonly ends_at: Date | null
  readonly ended_at: Date | null
  readonly end_reason: EndReason | null
}): Session {
  return {
    tenant: row.tenant,
    id: row.id,
    kind: row.kind,
    subject: row.subject_id,
    device: row.device ?? undefined,
    generation: row.generation,
    tokenHash: row.token_hash,
    rotatedAt: row.rotated_at,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endsAt: row.ends_at ?? undefined,
    ended: row.ended_at && row.end_reason ? { at: row.ended_at, why: row.end_reason } : undefined,
  }
}
