import type { Work } from '../db/index.ts'
import { findApiKey } from './api-keys.store.ts'
import { findUser } from './users.store.ts'

/** What the caller is called now: a user by their username, a key by its name. */
export async function nameOfCaller(work: Work): Promise<string> {
  const { by, tenant } = work.actor
  if (by.kind === 'user') return (await findUser(work.db, { tenant, id: by.id }))?.username ?? ''
  if (by.kind === 'key') return (await findApiKey(work, by.id))?.name ?? ''
  return ''
}
