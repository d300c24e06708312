import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { User } from './user.ts'

type Db = Kysely<Tables>
type Of = Pick<User, 'tenant' | 'id'>

/** A new secret, which is asked for at no sign-in until a code of it came; null: none any more. */
export async function saveSecret(db: Db, { tenant, id }: Of, sealed: Buffer | null): Promise<void> {
  await db
    .updateTable('users')
    .set({ totp_secret: sealed, totp_confirmed_at: null, totp_step: null })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
}

export async function saveConfirmation(db: Db, { tenant, id }: Of, at: Date): Promise<void> {
  await db
    .updateTable('users')
    .set({ totp_confirmed_at: at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
}

/** Whether the code of the step was used by nobody before: of several at once one is. */
export async function useStep(db: Db, { tenant, id }: Of, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ totp_step: BigInt(step) })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where((user) => user.or([user.eb('totp_step', 'is', null), user.eb('totp_step', '<', BigInt(step))]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those that there were are good no more. */
export async function replaceRecoveryCodes(
  db: Db,
  { tenant, id }: Of,
  hashes: readonly Buffer[],
): Promise<void> {
  await db.deleteFrom('recovery_codes').where('tenant', '=', tenant).where('user_id', '=', id).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ tenant, user_id: id, code_hash })))
    .execute()
}

/** Whether it was a code that nobody used before: of several at once one is. */
export async function useRecoveryCode(
  db: Db,
  { tenant, id }: Of,
  used: { readonly hash: Buffer; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_codes')
    .set({ used_at: used.at })
    .where('tenant', '=', tenant)
    .where('user_id', '=', id)
    .where('code_hash', '=', used.hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countRecoveryCodes(db: Db, { tenant, id }: Of): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<bigint>().as('left'))
    .where('tenant', '=', tenant)
    .where('user_id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
