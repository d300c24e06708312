import type { Work } from '../db/index.ts'
import type { ListedApiKey } from './api-keys.store.ts'
import { saveRevocation } from './api-keys.store.ts'
import { getApiKey } from './list-api-keys.ts'

/** Takes a key out of use; a key that was revoked before stays revoked since then. */
export async function revokeApiKey(work: Work, id: string): Promise<ListedApiKey> {
  const key = await getApiKey(work, id)
  if (key.revokedAt) return key
  await saveRevocation(work, key.id)
  return getApiKey(work, id)
}
