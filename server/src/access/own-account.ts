import type { Database, Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { parseGuid, type UserId } from '../kit/id.ts'
import { invariant, present } from '../kit/invariant.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { endSession, endSessionsOf, listSessions } from '../sessions/index.ts'
import { InvalidLogin } from './access.errors.ts'
import { refusePassword } from './judge-password.ts'
import type { SessionReply } from './own-account.api.ts'
import { hashPassword, isPassword } from './password.ts'
import { nameWasRight, takeTryOfName } from './sign-in-tries.ts'
import type { User } from './user.ts'
import { findUser, holdUser, saveUser } from './users.store.ts'

interface Self {
  readonly id: UserId
  readonly session: string
}

/** Who is signed in: these endpoints are for nobody else. */
export function selfOf({ actor: { by } }: Work): Self {
  invariant(by.kind === 'user', 'an endpoint for staff is asked by staff')
  return { id: by.id, session: present(by.session, 'staff are signed in') }
}

export async function ownUser(work: Work): Promise<User> {
  const { id } = selfOf(work)
  const user = await findUser(work.db, { tenant: work.actor.tenant, id })
  if (!user) throw notFound('user', id)
  return user
}

export async function changeName(work: Work, name: string | null): Promise<User> {
  const user = await holdSelf(work)
  const changed = { ...user, name: name ?? undefined }
  await saveUser(work.db, changed)
  return changed
}

export interface NewPassword {
  readonly current_password: string
  readonly new_password: string
}

/** Somebody at an unlocked screen guesses no faster than at the door. */
export async function takeOwnTry({ query }: Database, { actor, at }: Command): Promise<void> {
  const user = actor.by.kind === 'user' && (await findUser(query, { tenant: actor.tenant, id: actor.by.id }))
  if (user) await takeTryOfName(query, { username: user.username, mode: actor.mode }, at)
}

/** Whoever else is signed in with the old password is signed out; an invitation that waits is over too. */
export async function changePassword(work: Work, wanted: NewPassword): Promise<User> {
  const user = await holdSelf(work)
  await refuseWrongPassword(user, wanted.current_password)
  await nameWasRight(work.db, { username: user.username, mode: work.actor.mode })
  const business = await readBusiness(work.db, work.actor.tenant)
  refusePassword('new_password', wanted.new_password, { known: [user.username, user.name, business.name] })
  if (wanted.new_password === wanted.current_password) {
    throw invalidField('new_password', 'the one that is to be changed', 'choose another')
  }
  const passwordHash = await hashPassword(wanted.new_password)
  const changed: User = {
    ...user,
    passwordHash,
    passwordIsInitial: false,
    invitation: undefined,
    reset: undefined,
  }
  await saveUser(work.db, changed)
  await endOtherSessions(work)
  return changed
}

export async function refuseWrongPassword(user: User, password: string): Promise<void> {
  if (!(await isPassword(password, user.passwordHash))) {
    throw InvalidLogin({ detail: 'The password of whoever is signed in is another.' })
  }
}

export async function holdSelf(work: Work): Promise<User> {
  const { id } = selfOf(work)
  const user = await holdUser(work.db, work.actor.tenant, id)
  if (!user) throw notFound('user', id)
  return user
}

export async function ownSessions(work: Work): Promise<SessionReply[]> {
  const { id, session: own } = selfOf(work)
  return sessionsOf(work, id, own)
}

export async function sessionsOf(work: Work, subject: string, own?: string): Promise<SessionReply[]> {
  const sessions = await listSessions(work, { kind: 'STAFF', subject })
  return sessions.map(({ id, device, createdAt, rotatedAt, expiresAt }) => ({
    id,
    device: device ?? null,
    created_on: epochSeconds(createdAt),
    refreshed_on: epochSeconds(rotatedAt),
    expires_on: epochSeconds(expiresAt),
    is_current: id === own,
  }))
}

/** One of the caller's own; one that ended before stays ended. */
export async function endOwnSession(work: Work, name: string): Promise<void> {
  const { id: subject } = selfOf(work)
  const session = parseGuid(name)
  if (session === undefined) throw notFound('session', name)
  await endSession(work, { kind: 'STAFF', subject }, { session, why: 'REVOKED' })
}

export async function endOtherSessions(work: Work): Promise<void> {
  const { id: subject, session: except } = selfOf(work)
  await endSessionsOf(work, { kind: 'STAFF', subject }, { why: 'REVOKED', except })
}

export async function signOut(work: Work): Promise<void> {
  const { id: subject, session } = selfOf(work)
  await endSession(work, { kind: 'STAFF', subject }, { session, why: 'SIGNED_OUT' })
}
