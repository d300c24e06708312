import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { UserId } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { Role } from './roles.ts'
import type { User, UserState } from './user.ts'

function userOfRow(row: Selectable<Tables['users']>): User {
  return {
    tenant: row.tenant,
    id: row.id as UserId,
    username: row.username,
    name: row.name ?? undefined,
    role: row.role,
    state: row.state,
    passwordHash: row.password_hash ?? undefined,
    passwordIsInitial: row.password_is_initial,
    createdAt: row.created_at,
    signedInAt: row.signed_in_at ?? undefined,
    secondFactor: row.totp_secret
      ? { sealed: row.totp_secret, confirmedAt: row.totp_confirmed_at ?? undefined }
      : undefined,
    reset:
      row.reset_hash && row.reset_ends_at ? { hash: row.reset_hash, endsAt: row.reset_ends_at } : undefined,
    invitation:
      row.invitation_hash && row.invitation_ends_at
        ? { hash: row.invitation_hash, endsAt: row.invitation_ends_at }
        : undefined,
  }
}

/**
 * By the name that is unique in each mode. Signing in begins without a tenant, because it is what finds it.
 */
export async function userNamed(
  db: Kysely<Tables>,
  { username, mode }: { readonly username: string; readonly mode: Mode },
): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .innerJoin('tenants', 'tenants.tenant', 'users.tenant')
    .selectAll('users')
    .where('username', '=', username)
    .where('mode', '=', mode)
    .orderBy('users.tenant')
    .executeTakeFirst()
  return row && userOfRow(row)
}

/** Held until the work ends: of two who take one name at once, in whatever businesses, the second finds it taken. */
export async function holdUsername({ db, actor }: Work, username: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`username ${actor.mode} ${username}`}, 0))`.execute(
    db,
  )
}

export async function findUser(
  db: Kysely<Tables>,
  { tenant, id }: { readonly tenant: Tenant; readonly id: string },
): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && userOfRow(row)
}

/** Locked: what is decided by what they are is written before anybody else decides. */
export async function holdUser(db: Kysely<Tables>, tenant: Tenant, id: string): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && userOfRow(row)
}

/** Who may sign in as owner, locked in the order of ids: two who would each leave the other as the last wait for each other. */
export async function holdOwners({ db, actor }: Work): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('role', '=', 'OWNER')
    .where('state', '=', 'ACTIVE')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id as UserId)
}

export interface UserFilter {
  readonly role: Role | undefined
  readonly state: UserState | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfUsers(
  work: Work,
  filter: UserFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<User[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await usersLike(work, filter)
    .selectAll()
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(userOfRow)
}

export async function countUsers(work: Work, filter: UserFilter): Promise<number> {
  const { total } = await usersLike(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function usersLike({ db, actor }: Work, { role, state }: UserFilter) {
  return db
    .selectFrom('users')
    .where('tenant', '=', actor.tenant)
    .$if(role !== undefined, (q) => q.where('role', '=', role ?? 'OWNER'))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'ACTIVE'))
}

export async function insertUser({ db }: Work, user: User): Promise<void> {
  await db
    .insertInto('users')
    .values({
      tenant: user.tenant,
      id: user.id,
      username: user.username,
      name: user.name ?? null,
      role: user.role,
      state: user.state,
      password_hash: user.passwordHash ?? null,
      password_is_initial: user.passwordIsInitial,
      invitation_hash: user.invitation?.hash ?? null,
      invitation_ends_at: user.invitation?.endsAt ?? null,
      created_at: user.createdAt,
    })
    .execute()
}

/** Everything that may change of somebody. */
export async function saveUser(db: Kysely<Tables>, user: User): Promise<void> {
  await db
    .updateTable('users')
    .set({
      name: user.name ?? null,
      role: user.role,
      state: user.state,
      password_hash: user.passwordHash ?? null,
      password_is_initial: user.passwordIsInitial,
      signed_in_at: user.signedInAt ?? null,
      invitation_hash: user.invitation?.hash ?? null,
      invitation_ends_at: user.invitation?.endsAt ?? null,
      reset_hash: user.reset?.hash ?? null,
      reset_ends_at: user.reset?.endsAt ?? null,
    })
    .where('tenant', '=', user.tenant)
    .where('id', '=', user.id)
    .execute()
}

export async function deleteUser({ db, actor }: Work, id: UserId): Promise<void> {
  await db.deleteFrom('users').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

export async function saveSignIn(db: Kysely<Tables>, { tenant, id }: User, at: Date): Promise<void> {
  await db
    .updateTable('users')
    .set({ signed_in_at: at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
}
