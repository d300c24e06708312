import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, notFound } from '../kit/error.ts'
import { requireWholeBusiness } from './create-scheme.ts'
import type { Scheme } from './scheme.ts'
import type { SchemeChange } from './schemes.api.ts'
import { findScheme, lockScheme, saveScheme } from './schemes.store.ts'
import { changedSignUp } from './sign-up.ts'

/** What is left out stays. The same change again changes nothing. */
export async function updateScheme(work: Work, idOrCode: string, change: SchemeChange): Promise<Scheme> {
  requireWholeBusiness(work.actor)
  const before = await lockScheme(work, idOrCode)
  if (!before) throw notFound('reward_scheme', idOrCode)
  const after: Scheme = {
    ...before,
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    description: change.description === undefined ? before.description : change.description,
    signUp: changedSignUp(before.signUp, change),
    state: change.state ?? before.state,
  }
  if (isDeepStrictEqual(before, after)) return before
  if (after.code !== before.code && (await findScheme(work, after.code))) {
    throw alreadyExists('code', after.code)
  }
  await saveScheme(work, after)
  await configurationChanged(work)
  return after
}
