import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { newId, type SchemeId } from '../kit/id.ts'
import type { Scheme } from './scheme.ts'
import { findScheme, insertScheme } from './schemes.store.ts'

const CODE = 'DEFAULT'

/** The scheme that every business has: everybody takes part. */
export async function ensureDefaultScheme(work: Work): Promise<Scheme> {
  const there = await findScheme(work, CODE)
  if (there) return there
  const scheme: Scheme = {
    id: newId<SchemeId>(),
    code: CODE,
    name: 'Everybody',
    description: null,
    signUp: { option: 'AUTO_SIGN_UP' },
    state: 'ACTIVE',
    createdAt: work.at,
  }
  await insertScheme(work, scheme)
  await configurationChanged(work)
  return scheme
}
