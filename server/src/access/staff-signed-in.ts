import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { type AccessToken, whoIsSignedIn } from '../sessions/index.ts'
import { actorOf } from './actor-of-user.ts'
import { findUser } from './users.store.ts'

/** The caller behind a session; undefined once it ended, or its user is disabled or gone. */
export async function staffSignedIn(
  db: Kysely<Tables>,
  { tenant, session }: Pick<AccessToken, 'tenant' | 'session'>,
): Promise<Actor | undefined> {
  const signedIn = await whoIsSignedIn(db, tenant, session)
  if (signedIn?.kind !== 'STAFF') return undefined
  const user = await findUser(db, { tenant, id: signedIn.subject })
  if (user?.state !== 'ACTIVE') return undefined
  const { business: id, mode } = signedIn
  return actorOf(user, { id, mode, session })
}
