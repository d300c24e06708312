import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { ApiKeyId, OrganisationId } from '../kit/id.ts'
import type { ApiKey } from './api-key.ts'

/**
 * The caller behind the hash of a key, at an instant: undefined when it is unknown, expired or revoked. The one look-up that
 * begins without a tenant, because it is what finds it.
 */
export async function actorOfKey(db: Kysely<Tables>, hash: Buffer, at: Date): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .innerJoin('tenants', 'tenants.tenant', 'api_keys.tenant')
    .select([
      'api_keys.tenant',
      'api_keys.id',
      'scopes',
      'organisation_id',
      'expires_at',
      'revoked_at',
      'business_id',
      'mode',
    ])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row || (row.expires_at && row.expires_at <= at) || row.revoked_at) return undefined
  return {
    tenant: row.tenant,
    business: row.business_id as OrganisationId,
    mode: row.mode,
    by: { kind: 'key', id: row.id as ApiKeyId },
    scopes: new Set(row.scopes),
    within: (row.organisation_id as OrganisationId | null) ?? undefined,
  }
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
