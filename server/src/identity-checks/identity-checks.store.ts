import type { Work } from '../db/index.ts'
import { type ContactId, idOf, parseGuid } from '../kit/id.ts'
import type { IdentityCheck } from './identity-check.ts'

/** When the contact was sent codes since then, oldest first. */
export async function sentSince(
  { db, actor }: Work,
  contact: ContactId,
  since: Date,
): Promise<readonly Date[]> {
  const rows = await db
    .selectFrom('identity_checks')
    .select('created_at')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('created_at', '>', since)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => row.created_at)
}

/** The contact's one live check; an earlier one is over with it. */
export async function replaceCheck({ db, actor, at }: Work, check: IdentityCheck): Promise<void> {
  await db
    .updateTable('identity_checks')
    .set({ state: 'REPLACED' })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', check.contact)
    .where('state', '=', 'LIVE')
    .execute()
  await db
    .insertInto('identity_checks')
    .values({
      tenant: actor.tenant,
      id: check.id,
      contact_id: check.contact,
      code_hash: check.codeHash,
      shown: check.shown,
      state: check.state,
      expires_at: check.expiresAt,
      created_at: at,
    })
    .execute()
}

/** Locked: guesses at one code wait for each other. */
export async function holdCheck({ db, actor }: Work, name: string): Promise<IdentityCheck | undefined> {
  const id = parseGuid(name)
  if (id === undefined) return undefined
  const row = await db
    .selectFrom('identity_checks')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      contact: idOf<ContactId>(row.contact_id),
      codeHash: row.code_hash,
      shown: row.shown,
      wrongTries: row.wrong_tries,
      state: row.state,
      expiresAt: row.expires_at,
    }
  )
}

export async function countWrong({ db, actor }: Work, id: string): Promise<void> {
  await db
    .updateTable('identity_checks')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function passCheck({ db, actor }: Work, id: string): Promise<void> {
  await db
    .updateTable('identity_checks')
    .set({ state: 'PASSED' })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}
