import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { type Page, type PageRequest, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { ApiKeyReply } from './access.api.ts'
import { countApiKeys, findApiKey, type ListedApiKey, pageOfApiKeys } from './api-keys.store.ts'

export interface ApiKeyQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

/** A key of one merchant or venue sees only the keys of that and of what is below it. */
export async function listApiKeys(work: Work, query: ApiKeyQuery): Promise<Page<ApiKeyReply>> {
  const request: PageRequest = { page: query.page, size: query.size, includeTotal: query.include_total }
  const rows = await pageOfApiKeys(work, { ...request, order: query.order })
  return pageOf(request, rows, showApiKey, query.include_total ? await countApiKeys(work) : null)
}

export async function getApiKey(work: Work, id: string): Promise<ListedApiKey> {
  const guid = parseGuid(id)
  const key = guid === undefined ? undefined : await findApiKey(work, guid)
  if (!key) throw notFound('api_key', id)
  return key
}

export function showApiKey(key: ListedApiKey): ApiKeyReply {
  const { id, name, kind, prefix, last4, scopes, organisation, organisationName } = key
  return {
    id,
    name,
    kind,
    prefix,
    last4,
    scopes,
    organisation:
      organisation && organisationName !== undefined ? { id: organisation, name: organisationName } : null,
    created_on: epochSeconds(key.createdAt),
    expires_on: key.expiresAt ? epochSeconds(key.expiresAt) : null,
    revoked_on: key.revokedAt ? epochSeconds(key.revokedAt) : null,
    rolled_to: key.rolledTo ?? null,
    last_used_on: key.lastUsedAt ? epochSeconds(key.lastUsedAt) : null,
    last_used_from: key.lastUsedFrom ?? null,
  }
}
