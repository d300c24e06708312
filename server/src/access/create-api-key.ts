import type { Work } from '../db/index.ts'
import { type ApiKeyId, newId, type OrganisationId } from '../kit/id.ts'
import { type ApiKey, hashOfKey, type KeyKind, makeKey } from './api-key.ts'
import { insertApiKey } from './api-keys.store.ts'

export interface NewApiKey {
  readonly name: string
  readonly kind: KeyKind
  readonly scopes: readonly string[]
  readonly organisation?: OrganisationId | undefined
  readonly expiresAt?: Date | undefined
  readonly apiVersion: string
}

/** Makes a key of the caller's mode. The key itself is in the answer and nowhere else. */
export async function createApiKey(
  work: Work,
  wanted: NewApiKey,
): Promise<ApiKey & { readonly key: string }> {
  const { key, prefix, last4 } = makeKey(work.actor.mode, wanted.kind)
  const stored: ApiKey = {
    id: newId<ApiKeyId>(),
    name: wanted.name,
    kind: wanted.kind,
    prefix,
    last4,
    hash: hashOfKey(key),
    scopes: wanted.scopes,
    organisation: wanted.organisation,
    apiVersion: wanted.apiVersion,
    createdAt: work.at,
    expiresAt: wanted.expiresAt,
    revokedAt: undefined,
  }
  await insertApiKey(work, stored)
  return { ...stored, key }
}
