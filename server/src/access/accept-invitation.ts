import { writeAct } from '../audit/index.ts'
import { type Database, transact } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { nobody } from '../kit/actor.ts'
import { readBusiness } from '../organisations/index.ts'
import { InvalidInvitation } from './access.errors.ts'
import { signOutEverywhere } from './change-user.ts'
import { isInvitation, readInvitation } from './invitation.ts'
import { refusePassword } from './judge-password.ts'
import { hashPassword } from './password.ts'
import type { User } from './user.ts'
import { findUser, holdUser, saveUser } from './users.store.ts'

export interface Acceptance {
  readonly token: string
  readonly password: string
  readonly name?: string | undefined
}

/** Whoever holds the invitation chooses the password of the user; the invitation is used with it, and others are signed out. */
export async function acceptInvitation(
  database: Database,
  { token, password, name }: Acceptance,
  command: Command,
): Promise<User> {
  const { at } = command
  const named = readInvitation(token)
  const found = named && (await findUser(database.query, named))
  if (!(named && found && isInvitation(found, token, at))) throw refused()
  const business = await readBusiness(database.query, found.tenant)
  refusePassword('password', password, { known: [found.username, name ?? found.name, business.name] })
  // Before the transaction: no connection is held while it is hashed.
  const passwordHash = await hashPassword(password)
  return transact(database, { actor: nobody, at }, async (work) => {
    const user = await holdUser(work.db, named.tenant, named.id)
    if (!user || user.state === 'DISABLED' || !isInvitation(user, token, at)) throw refused()
    const accepted: User = {
      ...user,
      name: name ?? user.name,
      state: 'ACTIVE',
      passwordHash,
      passwordIsInitial: false,
      invitation: undefined,
      reset: undefined,
    }
    await saveUser(work.db, accepted)
    const own = {
      ...work,
      actor: { ...nobody, tenant: user.tenant, by: { kind: 'user', id: user.id } },
    } as const
    await signOutEverywhere(own, accepted)
    await writeAct(own, command, {
      operation: 'acceptInvitation',
      target: user.id,
      changes: [{ field: 'state', before: user.state, after: accepted.state }],
      name: user.username,
    })
    return accepted
  })
}

function refused(): Error {
  return InvalidInvitation({
    detail: 'It is used, over, replaced by a newer one, or never was; ask for another.',
  })
}
