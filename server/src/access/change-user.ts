import type { Work } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import { endSessionsOf } from '../sessions/index.ts'
import { refuseRole } from './create-user.ts'
import { drawInvitation } from './invitation.ts'
import { getUser } from './list-users.ts'
import type { Role } from './roles.ts'
import { mailLater } from './staff-mail.ts'
import type { User } from './user.ts'
import { deleteUser, holdOwners, holdUser, saveUser } from './users.store.ts'

export interface Changes {
  readonly name?: string | null | undefined
  readonly role?: Role | undefined
  readonly state?: 'ACTIVE' | 'DISABLED' | undefined
}

/** Another name, role or state. Who is disabled is signed out everywhere. */
export async function changeUser(work: Work, id: string, { name, role, state }: Changes): Promise<User> {
  const { user, isLastOwner } = await held(work, id)
  if (role !== undefined) refuseRole(work, role)
  const changed: User = {
    ...user,
    name: name === undefined ? user.name : (name ?? undefined),
    role: role ?? user.role,
    state: state === undefined ? user.state : stateWanted(user, state),
  }
  if (changed.role !== 'OWNER' || changed.state === 'DISABLED') refuseLast(user, isLastOwner)
  await saveUser(work.db, changed)
  if (changed.state === 'DISABLED') await signOutEverywhere(work, user)
  return changed
}

/** They are gone from now on, and their name is free. What they did stays in the audit log under their id. */
export async function removeUser(work: Work, id: string): Promise<User> {
  const { user, isLastOwner } = await held(work, id)
  refuseLast(user, isLastOwner)
  await signOutEverywhere(work, user)
  await deleteUser(work, user.id)
  return user
}

/** A further invitation, such as for somebody who forgot the password; an earlier one is over with it. */
export async function inviteAgain(
  work: Work,
  id: string,
  mailKey: Uint8Array,
): Promise<{ readonly user: User; readonly token: string }> {
  const { user } = await held(work, id)
  if (user.state === 'DISABLED') throw userIs(user, 'disabled', 'make them active first')
  const { token, invitation } = drawInvitation(user, work.at)
  const invited = { ...user, invitation }
  await saveUser(work.db, invited)
  await mailLater(work, { user: invited, kind: 'INVITATION', token }, mailKey)
  return { user: invited, token }
}

export async function signOutEverywhere(work: Work, { id }: Pick<User, 'id'>): Promise<void> {
  await endSessionsOf(work, { kind: 'STAFF', subject: id }, { why: 'REVOKED' })
}

/** Owners are locked before anybody else, so that all who change staff wait for each other in one order. */
async function held(
  work: Work,
  name: string,
): Promise<{ readonly user: User; readonly isLastOwner: boolean }> {
  const { id } = await getUser(work, name)
  const owners = await holdOwners(work)
  const user = await holdUser(work.db, work.actor.tenant, id)
  if (!user) return { user: await getUser(work, name), isLastOwner: false }
  refuseRole(work, user.role)
  return { user, isLastOwner: owners.length === 1 && owners[0] === user.id }
}

function refuseLast(user: User, isLastOwner: boolean): void {
  if (isLastOwner) {
    throw userIs(user, 'the last owner', 'make somebody else an owner first; one who has chosen a password')
  }
}

function stateWanted(user: User, state: 'ACTIVE' | 'DISABLED'): User['state'] {
  if (state === 'DISABLED') return 'DISABLED'
  return user.passwordHash === undefined ? 'INVITED' : 'ACTIVE'
}

function userIs({ id }: User, what: string, hint: string): Error {
  return InvalidState({ parameters: ['user', id, what], detail: `The user is ${what}; ${hint}.` })
}
