import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { Passkey, SubjectOf } from './passkey.ts'

export interface Challenge {
  readonly kind: SubjectOf['kind']
  /** Undefined: of a sign-in, of whom it is not known yet who they are. */
  readonly subject: string | undefined
  readonly expiresAt: Date
}

export async function insertChallenge(
  { db, actor }: Pick<Work, 'db' | 'actor'>,
  hash: Buffer,
  { kind, subject, expiresAt }: Challenge,
): Promise<void> {
  await db
    .insertInto('passkey_challenges')
    .values({ tenant: actor.tenant, hash, kind, subject_id: subject ?? null, expires_at: expiresAt })
    .execute()
}

/** Takes the challenge away: of many who bring it one gets it. */
export async function takeChallenge({ db, actor }: Work, hash: Buffer): Promise<Challenge | undefined> {
  const row = await db
    .deleteFrom('passkey_challenges')
    .where('tenant', '=', actor.tenant)
    .where('hash', '=', hash)
    .returning(['kind', 'subject_id', 'expires_at'])
    .executeTakeFirst()
  return row && { kind: row.kind, subject: row.subject_id ?? undefined, expiresAt: row.expires_at }
}

export async function deleteChallengesOver(db: Kysely<Tables>, tenant: Tenant, before: Date): Promise<void> {
  await db
    .deleteFrom('passkey_challenges')
    .where('tenant', '=', tenant)
    .where('expires_at', '<', before)
    .execute()
}

export async function insertPasskey(
  { db, actor }: Work,
  kind: SubjectOf['kind'],
  passkey: Passkey,
): Promise<void> {
  await db
    .insertInto('passkeys')
    .values({
      tenant: actor.tenant,
      id: passkey.id,
      kind,
      subject_id: passkey.subject,
      user_handle: passkey.userHandle,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: BigInt(passkey.counter),
      transports: [...passkey.transports],
      is_backed_up: passkey.isBackedUp,
      created_at: passkey.createdAt,
    })
    .execute()
}

/** Newest first. */
export async function passkeysOf(
  { db, actor }: Work,
  { kind, subject }: SubjectOf,
): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(passkeyOfRow)
}

/** By what the device calls it; locked, so that its counter is judged once after another. */
export async function holdCredential(
  { db, actor }: Work,
  kind: SubjectOf['kind'],
  credentialId: Buffer,
): Promise<Passkey | undefined> {
  const row = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('kind', '=', kind)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return row && passkeyOfRow(row)
}

export async function isKnownCredential({ db, actor }: Work, credentialId: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('passkeys')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveUse(
  { db, actor, at }: Work,
  id: string,
  { counter, isBackedUp }: Pick<Passkey, 'counter' | 'isBackedUp'>,
): Promise<void> {
  await db
    .updateTable('passkeys')
    .set({ counter: BigInt(counter), is_backed_up: isBackedUp, used_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function saveName({ db, actor }: Work, id: string, name: string): Promise<void> {
  await db
    .updateTable('passkeys')
    .set({ name })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function deletePasskey({ db, actor }: Work, id: string): Promise<void> {
  await db.deleteFrom('passkeys').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

/** Two subjects became one: the keys of the first are the other's. */
export async function givePasskeys(
  { db, actor }: Work,
  { kind, subject }: SubjectOf,
  to: string,
): Promise<void> {
  await db
    .updateTable('passkeys')
    .set({ subject_id: to })
    .where('tenant', '=', actor.tenant)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject)
    .execute()
}

function passkeyOfRow(row: {
  readonly id: string
  readonly subject_id: string
  readonly user_handle: string
  readonly name: string
  readonly credential_id: Buffer
  readonly public_key: Buffer
  readonly counter: bigint
  readonly transports: readonly string[]
  readonly is_backed_up: boolean
  readonly created_at: Date
  readonly used_at: Date | null
}): Passkey {
  return {
    id: row.id,
    subject: row.subject_id,
    userHandle: row.user_handle,
    name: row.name,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    isBackedUp: row.is_backed_up,
    createdAt: row.created_at,
    usedAt: row.used_at ?? undefined,
  }
}
