import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { SchemeId } from '../kit/id.ts'
import { requireWholeBusiness } from './create-scheme.ts'
import { hasMembers } from './members.store.ts'
import type { Scheme } from './scheme.ts'
import { findDeletedScheme, lockScheme, markDeleted } from './schemes.store.ts'

/** Whether anything names the scheme. Known to the domain of offers, which builds on this one. */
export type SchemeInUse = (work: Work, scheme: SchemeId) => Promise<boolean>

/** Only a scheme that nobody would miss; one that is deleted stays so. */
export async function deleteScheme(work: Work, idOrCode: string, isUsed: SchemeInUse): Promise<Scheme> {
  requireWholeBusiness(work.actor)
  const scheme = await lockScheme(work, idOrCode)
  if (!scheme) {
    const deleted = await findDeletedScheme(work, idOrCode)
    if (deleted) return deleted
    throw notFound('reward_scheme', idOrCode)
  }
  if (await isUsed(work, scheme.id)) throw stillNeeded(scheme, 'an offer names it')
  if (await hasMembers(work, scheme.id)) throw stillNeeded(scheme, 'contacts have signed up to it')
  await markDeleted(work, scheme.id)
  await configurationChanged(work)
  return scheme
}

function stillNeeded({ code }: Scheme, why: string): Error {
  return InvalidState({
    parameters: ['reward_scheme', code],
    detail: `The scheme "${code}" cannot be deleted, because ${why}; make it INACTIVE instead.`,
  })
}
