import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { newId, type UserId } from '../kit/id.ts'
import { readBusiness } from '../organisations/index.ts'
import { drawInvitation } from './invitation.ts'
import { refusePassword } from './judge-password.ts'
import { hashPassword } from './password.ts'
import { mayGive, type Role } from './roles.ts'
import { mailLater } from './staff-mail.ts'
import { type User, usernameOf } from './user.ts'
import { holdUsername, insertUser, userNamed } from './users.store.ts'

export interface NewUser {
  readonly username: string
  readonly name?: string | undefined
  readonly role: Role
  /** Undefined: they choose one themselves, with an invitation. */
  readonly password?: string | undefined
}

/** A first member of staff, who may do everything in the business and has chosen the password. */
export async function createOwner(
  work: Work,
  owner: { readonly username: string; readonly password: string },
): Promise<UserId> {
  const { id } = await insertNew(work, { ...owner, role: 'OWNER' }, { passwordIsInitial: false })
  return id
}

export interface Added {
  readonly user: User
  /** Told once. */
  readonly invitation: string | undefined
}

/** Adds a member of staff, and mails the invitation where the name is an address, of a role that the caller may give. The name is theirs in this mode of every business. */
export async function addUser(work: Work, wanted: NewUser, mailKey: Uint8Array): Promise<Added> {
  refuseRole(work, wanted.role)
  if (wanted.password !== undefined) {
    return { user: await insertNew(work, wanted, { passwordIsInitial: true }), invitation: undefined }
  }
  const id = newId<UserId>()
  const { token, invitation } = drawInvitation({ tenant: work.actor.tenant, id }, work.at)
  const user = await insertNew(work, wanted, { id, passwordIsInitial: false, invitation })
  await mailLater(work, { user, kind: 'INVITATION', token }, mailKey)
  return { user, invitation: token }
}

export function refuseRole({ actor }: Work, role: Role): void {
  if (!mayGive(actor, role)) {
    throw Forbidden({
      parameters: [role],
      detail: `The role ${role} may do more than the caller, who can neither give nor change it.`,
    })
  }
}

async function insertNew(
  work: Work,
  { username, name, role, password }: NewUser,
  more: Pick<User, 'passwordIsInitial'> & Partial<Pick<User, 'id' | 'invitation'>>,
): Promise<User> {
  const taken = usernameOf(username)
  if (password !== undefined) {
    const business = await readBusiness(work.db, work.actor.tenant)
    refusePassword('password', password, { known: [taken, name, business.name] })
  }
  await holdUsername(work, taken)
  if (await userNamed(work.db, { username: taken, mode: work.actor.mode }))
    throw alreadyExists('username', taken)
  const user: User = {
    tenant: work.actor.tenant,
    id: newId(),
    username: taken,
    name,
    role,
    state: password === undefined ? 'INVITED' : 'ACTIVE',
    passwordHash: password === undefined ? undefined : await hashPassword(password),
    createdAt: work.at,
    signedInAt: undefined,
    invitation: undefined,
    reset: undefined,
    secondFactor: undefined,
    ...more,
  }
  await insertUser(work, user)
  return user
}
