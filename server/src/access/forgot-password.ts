import { writeAct } from '../audit/index.ts'
import { type Database, transact } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { type Mode, nobody } from '../kit/actor.ts'
import { readBusiness } from '../organisations/index.ts'
import { InvalidReset } from './access.errors.ts'
import { actorOf } from './actor-of-user.ts'
import { signOutEverywhere } from './change-user.ts'
import { refusePassword } from './judge-password.ts'
import { hashPassword } from './password.ts'
import { drawReset, isReset, readReset } from './reset.ts'
import { takeForgotTry } from './sign-in-tries.ts'
import { isMailed, mailLater } from './staff-mail.ts'
import { type User, usernameOf } from './user.ts'
import { findUser, holdUser, saveUser, userNamed } from './users.store.ts'

export interface ForgottenWiring {
  readonly database: Database
  readonly staffMailKey: Uint8Array
  /** Does something once the answer is out, and is waited for when the process ends. */
  readonly afterwards: (work: () => Promise<void>) => void
}

/**
 * Answered before anybody looks whether there is such a user: an answer tells nothing by what it says, nor by how long it takes. Tries
 * are counted by name and address, of users and of nobody alike.
 */
export async function forgotPassword(
  { database, staffMailKey, afterwards }: ForgottenWiring,
  named: { readonly username: string; readonly mode: Mode },
  command: Command,
): Promise<void> {
  const { at, address } = command
  const asked = { username: usernameOf(named.username), mode: named.mode }
  await takeForgotTry(database.query, { ...asked, address }, at)
  afterwards(async () => {
    const user = await userNamed(database.query, asked)
    if (user?.state !== 'ACTIVE' || !isMailed(user)) return
    const { id } = await readBusiness(database.query, user.tenant)
    const actor = actorOf(user, { id, mode: asked.mode })
    await transact(database, { actor, at }, async (work) => {
      const now = await holdUser(work.db, user.tenant, user.id)
      if (now?.state !== 'ACTIVE') return
      const { token, reset } = drawReset(now, at)
      await saveUser(work.db, { ...now, reset })
      await mailLater(work, { user: now, kind: 'RESET', token }, staffMailKey)
      const told = { operation: 'forgotPassword', target: user.id, changes: [], name: user.username }
      await writeAct(work, command, told)
    })
  })
}

/** Whoever holds what was mailed chooses another password, once; everybody who is signed in as the user is signed out. */
export async function resetPassword(
  database: Database,
  { token, password }: { readonly token: string; readonly password: string },
  command: Command,
): Promise<User> {
  const { at } = command
  const named = readReset(token)
  const found = named && (await findUser(database.query, named))
  if (!(named && found && isReset(found, token, at))) throw refused()
  const business = await readBusiness(database.query, found.tenant)
  refusePassword('password', password, { known: [found.username, found.name, business.name] })
  // Before the transaction: no connection is held while it is hashed.
  const passwordHash = await hashPassword(password)
  return transact(database, { actor: nobody, at }, async (work) => {
    const user = await holdUser(work.db, named.tenant, named.id)
    if (user?.state !== 'ACTIVE' || !isReset(user, token, at)) throw refused()
    const changed: User = {
      ...user,
      passwordHash,
      passwordIsInitial: false,
      invitation: undefined,
      reset: undefined,
    }
    await saveUser(work.db, changed)
    const own = {
      ...work,
      actor: { ...nobody, tenant: user.tenant, by: { kind: 'user', id: user.id } },
    } as const
    await signOutEverywhere(own, changed)
    const told = { operation: 'resetPassword', target: user.id, changes: [], name: user.username }
    await writeAct(own, command, told)
    return changed
  })
}

function refused(): Error {
  return InvalidReset({ detail: 'It is used, over, replaced by a newer one, or never was; ask for another.' })
}
