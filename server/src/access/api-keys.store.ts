import { type Kysely, sql } from 'kysely'
import { columnsOf, type Tables, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { ApiKeyId, OrganisationId } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { ApiKey } from './api-key.ts'
import type { KeyUse } from './key-uses.ts'

/** A caller, and until when its key or token lasts. */
export interface Caller {
  readonly actor: Actor
  readonly expiresAt: Date | undefined
  /** Set for keys whose uses are told: where they are used from is kept unless everybody has the key. */
  readonly key?: { readonly id: ApiKeyId; readonly isPublic: boolean }
}

/**
 * The caller behind the hash of a key; undefined when it is unknown or revoked. The one look-up that begins
 * without a tenant, because it is what finds it.
 */
export async function callerOfKey(db: Kysely<Tables>, hash: Buffer): Promise<Caller | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .innerJoin('tenants', 'tenants.tenant', 'api_keys.tenant')
    .select([
      'api_keys.tenant',
      'api_keys.id',
      'kind',
      'scopes',
      'organisation_id',
      'expires_at',
      'revoked_at',
      'business_id',
      'mode',
    ])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row || row.revoked_at) return undefined
  const actor: Actor = {
    tenant: row.tenant,
    business: row.business_id as OrganisationId,
    mode: row.mode,
    by: { kind: 'key', id: row.id as ApiKeyId },
    scopes: new Set(row.scopes),
    within: (row.organisation_id as OrganisationId | null) ?? undefined,
  }
  const key = { id: row.id as ApiKeyId, isPublic: row.kind === 'PUBLISHABLE' }
  return { actor, expiresAt: row.expires_at ?? undefined, key }
}

/** A key as lists show it. */
export interface ListedApiKey extends Omit<ApiKey, 'hash' | 'apiVersion'> {
  readonly organisationName: string | undefined
  readonly rolledTo: ApiKeyId | undefined
  /** To the minute. */
  readonly lastUsedAt: Date | undefined
  readonly lastUsedFrom: string | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfApiKeys(
  work: Work,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<ListedApiKey[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await selectVisible(work)
    .orderBy('k.created_at', direction)
    .orderBy('k.id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(keyOfRow)
}

export async function countApiKeys(work: Work): Promise<number> {
  const { total } = await selectVisible(work)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findApiKey(work: Work, id: string): Promise<ListedApiKey | undefined> {
  const row = await selectVisible(work).where('k.id', '=', id).executeTakeFirst()
  return row && keyOfRow(row)
}

/**
 * Keys of the caller's business; of a caller that is bound to a merchant or venue, the keys bound to that
 * or below.
 */
function selectVisible({ db, actor }: Work) {
  const { tenant, within }: Actor = actor
  return db
    .selectFrom('api_keys as k')
    .leftJoin('organisations as o', (o) =>
      o.onRef('o.tenant', '=', 'k.tenant').onRef('o.id', '=', 'k.organisation_id'),
    )
    .where('k.tenant', '=', tenant)
    .$if(within !== undefined, (q) =>
      q.where((k) => k.or([k.eb('o.id', '=', within ?? ''), k.eb('o.parent_id', '=', within ?? '')])),
    )
    .select(['k.id', 'k.name', 'k.kind', 'k.prefix', 'k.last4', 'k.scopes', 'k.organisation_id'])
    .select(['k.created_at', 'k.expires_at', 'k.revoked_at', 'o.name as organisation_name'])
    .select(['k.rolled_to', 'k.last_used_at', 'k.last_used_from'])
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof selectVisible>['execute']>>[number]

function keyOfRow(row: KeyRow): ListedApiKey {
  return {
    id: row.id as ApiKeyId,
    name: row.name,
    kind: row.kind,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    organisation: (row.organisation_id as OrganisationId | null) ?? undefined,
    organisationName: row.organisation_name ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    rolledTo: (row.rolled_to as ApiKeyId | null) ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    lastUsedFrom: row.last_used_from ?? undefined,
  }
}

export async function holdApiKey({ db, actor }: Work, id: ApiKeyId): Promise<void> {
  await db
    .selectFrom('api_keys')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function saveRoll(
  { db, actor }: Work,
  id: ApiKeyId,
  { to, end }: { readonly to: ApiKeyId; readonly end: Date },
): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ rolled_to: to, expires_at: end })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** A use that came less than a minute after the one that is written, by whichever process, is left out. */
export async function saveKeyUses(db: Kysely<Tables>, uses: readonly KeyUse[]): Promise<void> {
  const [tenants, ids, times, addresses] = columnsOf(
    uses,
    (use) => use.tenant,
    (use) => use.id,
    (use) => use.at,
    (use) => use.from ?? null,
  )
  await sql`update api_keys k set last_used_at = u.at, last_used_from = u.used_from
    from unnest(${tenants}::integer[], ${ids}::uuid[], ${times}::timestamptz[], ${addresses}::text[]) as u(tenant, id, at, used_from)
    where k.tenant = u.tenant and k.id = u.id
      and (k.last_used_at is null or k.last_used_at <= u.at - interval '1 minute')`.execute(db)
}

export async function saveRevocation({ db, actor, at }: Work, id: ApiKeyId): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function insertApiKey(work: Work, key: ApiKey): Promise<void> {
  await work.db
    .insertInto('api_keys')
    .values({
      tenant: work.actor.tenant,
      id: key.id,
      name: key.name,
      kind: key.kind,
      prefix: key.prefix,
      last4: key.last4,
      hash: key.hash,
      scopes: [...key.scopes],
      organisation_id: key.organisation ?? null,
      api_version: key.apiVersion,
      created_at: key.createdAt,
      expires_at: key.expiresAt ?? null,
      revoked_at: key.revokedAt ?? null,
    })
    .execute()
}
