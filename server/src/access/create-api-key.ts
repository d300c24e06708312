import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { type ApiKeyId, newId, type OrganisationId } from '../kit/id.ts'
import { getOrganisation } from '../organisations/index.ts'
import { type ApiKey, hashOfKey, type KeyKind, makeKey } from './api-key.ts'
import { insertApiKey } from './api-keys.store.ts'

export interface NewApiKey {
  readonly name: string
  readonly kind: KeyKind
  readonly scopes: readonly string[]
  /** Id or code of the merchant or venue whose till uses it; undefined: what the caller is bound to. */
  readonly organisation?: string | undefined
  readonly expiresAt?: Date | undefined
  readonly apiVersion: string
}

/**
 * Makes a key of the caller's mode that may do no more than the caller. The key itself is in the answer and
 * nowhere else.
 */
export async function createApiKey(
  work: Work,
  wanted: NewApiKey,
): Promise<ApiKey & { readonly key: string }> {
  refuseScopes(work, wanted)
  if (wanted.expiresAt && wanted.expiresAt <= work.at) {
    throw invalidField('expires_on', wanted.expiresAt.toISOString(), 'a time to come is needed')
  }
  const { key, prefix, last4 } = makeKey(work.actor.mode, wanted.kind)
  const stored: ApiKey = {
    id: newId<ApiKeyId>(),
    name: wanted.name,
    kind: wanted.kind,
    prefix,
    last4,
    hash: hashOfKey(key),
    scopes: [...new Set(wanted.scopes)],
    organisation: await boundTo(work, wanted.organisation),
    apiVersion: wanted.apiVersion,
    createdAt: work.at,
    expiresAt: wanted.expiresAt,
    revokedAt: undefined,
  }
  await insertApiKey(work, stored)
  return { ...stored, key }
}

function refuseScopes({ actor }: Work, { kind, scopes }: NewApiKey): void {
  if (kind === 'PUBLISHABLE' && scopes.length > 0) {
    throw invalidField('scopes', `of ${scopes.length}`, 'a publishable key has none: everybody can read it')
  }
  if (kind === 'SECRET' && scopes.length === 0) throw missingField('scopes', 'at least one is needed')
  const beyond = scopes.filter((scope) => !actor.scopes.has('*') && !actor.scopes.has(scope))
  if (beyond.length > 0) {
    throw Forbidden({
      parameters: beyond,
      detail: `The caller does not have ${beyond.join(', ')} and cannot give it to a key.`,
    })
  }
}

async function boundTo(work: Work, organisation: string | undefined): Promise<OrganisationId | undefined> {
  if (organisation === undefined) return work.actor.within
  const found = await getOrganisation(work, organisation)
  return found.type === 'BUSINESS' ? undefined : found.id
}
