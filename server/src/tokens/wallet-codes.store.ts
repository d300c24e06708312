import type { Work } from '../db/index.ts'
import { type ContactId, idOf } from '../kit/id.ts'

export interface ShownCode {
  readonly contact: ContactId
  /** Until when tills may send it. */
  readonly expiresAt: Date
}

export async function codeWithHash({ db, actor }: Work, hash: Buffer): Promise<ShownCode | undefined> {
  const row = await db
    .selectFrom('wallet_codes')
    .select(['contact_id', 'expires_at'])
    .where('tenant', '=', actor.tenant)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  return row && { contact: idOf<ContactId>(row.contact_id), expiresAt: row.expires_at }
}

/** The same code of the same contact again changes nothing. */
export async function insertCode({ db, actor }: Work, hash: Buffer, shown: ShownCode): Promise<void> {
  await db
    .insertInto('wallet_codes')
    .values({
      tenant: actor.tenant,
      code_hash: hash,
      contact_id: shown.contact,
      expires_at: shown.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteCodesBefore({ db, actor }: Work, contact: ContactId, at: Date): Promise<void> {
  await db
    .deleteFrom('wallet_codes')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('expires_at', '<', at)
    .execute()
}
