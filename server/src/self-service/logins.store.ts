import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { ContactId } from '../kit/id.ts'

/** How a contact signs in besides with a code that is sent. */
export interface Login {
  readonly passwordHash: string | undefined
  /** Of who registered and has not proved yet that the address is theirs: the code they were sent, and what they want. */
  readonly wanted: { readonly check: string; readonly passwordHash: string | undefined } | undefined
  readonly wrongTries: number
  readonly wrongSince: Date | undefined
}

/** Locked: guesses at one password wait for each other. */
export async function holdLogin({ db, actor }: Work, contact: ContactId): Promise<Login | undefined> {
  const row = await db
    .selectFrom('contact_logins')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      passwordHash: row.password_hash ?? undefined,
      wanted:
        row.wanted_check === null
          ? undefined
          : { check: row.wanted_check, passwordHash: row.wanted_password_hash ?? undefined },
      wrongTries: row.wrong_tries,
      wrongSince: row.wrong_since ?? undefined,
    }
  )
}

export async function saveWanted(
  { db, actor }: Work,
  contact: ContactId,
  { check, passwordHash }: { readonly check: string; readonly passwordHash: string | undefined },
): Promise<void> {
  const wanted = { wanted_check: check, wanted_password_hash: passwordHash ?? null }
  await db
    .insertInto('contact_logins')
    .values({ tenant: actor.tenant, contact_id: contact, ...wanted })
    .onConflict((c) => c.columns(['tenant', 'contact_id']).doUpdateSet(wanted))
    .execute()
}

/** Somebody proved that the address is theirs: the password of who registered holds, or is gone for good. */
export async function settleWanted({ db, actor }: Work, contact: ContactId, holds: boolean): Promise<void> {
  await db
    .updateTable('contact_logins')
    .set({
      ...(holds && { password_hash: sql<string | null>`coalesce(wanted_password_hash, password_hash)` }),
      wanted_password_hash: null,
      wanted_check: null,
    })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .execute()
}

export async function saveWrongTries(
  { db, actor }: Work,
  contact: ContactId,
  { wrongTries, wrongSince }: Pick<Login, 'wrongTries' | 'wrongSince'>,
): Promise<void> {
  await db
    .updateTable('contact_logins')
    .set({ wrong_tries: wrongTries, wrong_since: wrongSince ?? null })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .execute()
}
