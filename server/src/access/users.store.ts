import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Actor, Mode, Tenant } from '../kit/actor.ts'
import type { OrganisationId, UserId } from '../kit/id.ts'

/** A member of staff as signing in sees them. */
export interface StoredUser {
  readonly tenant: Tenant
  readonly id: UserId
  readonly passwordHash: string
}

/**
 * By the name that is unique in each mode. Signing in begins without a tenant, because it is what finds it.
 */
export async function userNamed(
  db: Kysely<Tables>,
  { username, mode }: { readonly username: string; readonly mode: Mode },
): Promise<StoredUser | undefined> {
  const row = await db
    .selectFrom('users')
    .innerJoin('tenants', 'tenants.tenant', 'users.tenant')
    .select(['users.tenant', 'users.id', 'password_hash'])
    .where('username', '=', username)
    .where('mode', '=', mode)
    .orderBy('users.tenant')
    .executeTakeFirst()
  return row && { tenant: row.tenant, id: row.id as UserId, passwordHash: row.password_hash }
}

/** The caller behind a token's user; undefined once the user is deleted. */
export async function actorOfUser(
  db: Kysely<Tables>,
  { tenant, user }: { readonly tenant: Tenant; readonly user: string },
): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('users')
    .innerJoin('tenants', 'tenants.tenant', 'users.tenant')
    .select(['users.id', 'role', 'business_id', 'mode'])
    .where('users.tenant', '=', tenant)
    .where('users.id', '=', user)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    tenant,
    business: row.business_id as OrganisationId,
    mode: row.mode,
    by: { kind: 'user', id: row.id as UserId },
    scopes: new Set(SCOPES_OF[row.role]),
    within: undefined,
  }
}

const SCOPES_OF = { OWNER: ['*'] }

export interface NewUserRow {
  readonly id: UserId
  readonly username: string
  readonly passwordHash: string
}

export async function insertUser(work: Work, { id, username, passwordHash }: NewUserRow): Promise<void> {
  await work.db
    .insertInto('users')
    .values({
      tenant: work.actor.tenant,
      id,
      username,
      password_hash: passwordHash,
      role: 'OWNER',
      created_at: work.at,
    })
    .execute()
}
