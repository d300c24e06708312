import type { Work } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import { later, SECOND } from '../kit/time.ts'
import type { ApiKey } from './api-key.ts'
import { holdApiKey, type ListedApiKey, saveRoll } from './api-keys.store.ts'
import { createApiKey } from './create-api-key.ts'
import { getApiKey } from './list-api-keys.ts'

export interface Roll {
  readonly overlapSeconds: number
  readonly apiVersion: string
}

/**
 * A new key in the place of one, with the same rights and end. The old one works until the overlap ends, so that whoever uses
 * it can be changed over without a break.
 */
export async function rollApiKey(
  work: Work,
  id: string,
  { overlapSeconds, apiVersion }: Roll,
): Promise<ApiKey & { readonly key: string }> {
  const old = await getApiKey(work, id)
  // Two rolls at once would leave a key behind that nobody knows of.
  await holdApiKey(work, old.id)
  refuseOver(work, await getApiKey(work, id))
  const { name, kind, scopes, organisation, expiresAt } = old
  const made = await createApiKey(work, { name, kind, scopes, organisation, expiresAt, apiVersion })
  const end = later(work.at, overlapSeconds * SECOND)
  await saveRoll(work, old.id, { to: made.id, end: expiresAt && expiresAt < end ? expiresAt : end })
  return made
}

function refuseOver({ at }: Work, { id, revokedAt, expiresAt, rolledTo }: ListedApiKey): void {
  const is = (state: string, hint: string) =>
    InvalidState({ parameters: ['api_key', id, state], detail: `The key is ${state}; ${hint}.` })
  if (revokedAt) throw is('revoked', 'make a new one')
  if (rolledTo) throw is('rolled', `roll the one that took its place: ${rolledTo}`)
  if (expiresAt && expiresAt <= at) throw is('over', 'make a new one')
}
