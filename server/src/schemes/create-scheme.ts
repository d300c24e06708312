import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { alreadyExists } from '../kit/error.ts'
import { codeOf, newId, type SchemeId } from '../kit/id.ts'
import type { Scheme } from './scheme.ts'
import type { SchemeChange } from './schemes.api.ts'
import { findScheme, insertScheme } from './schemes.store.ts'
import { changedSignUp } from './sign-up.ts'

export async function createScheme(
  work: Work,
  body: SchemeChange & { readonly name: string },
): Promise<Scheme> {
  requireWholeBusiness(work.actor)
  const id = newId<SchemeId>()
  const code = body.code ?? codeOf(id)
  const signUp = changedSignUp({ option: 'AUTO_SIGN_UP' }, body)
  if (await findScheme(work, code)) throw alreadyExists('code', code)
  const { name, description = null, state = 'ACTIVE' } = body
  const scheme: Scheme = { id, code, name, description, signUp, state, createdAt: work.at }
  await insertScheme(work, scheme)
  await configurationChanged(work)
  return scheme
}

export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['reward_scheme'],
    detail: 'A reward scheme is of the whole business; a key of one merchant or venue cannot change it.',
  })
}
