import type { Work } from '../db/index.ts'
import { alreadyExists, invalidField } from '../kit/error.ts'
import { newId, type UserId } from '../kit/id.ts'
import { hashPassword } from './password.ts'
import { insertUser, userNamed } from './users.store.ts'

export interface NewUser {
  readonly username: string
  readonly password: string
}

const LEAST_PASSWORD = 12
const MOST_PASSWORD = 200

/** A username is written in any case and means the same. */
export function usernameOf(text: string): string {
  return text.trim().toLowerCase()
}

/**
 * Adds a member of staff who may do everything in the business. The name is theirs in this mode of every
 * business.
 */
export async function createUser(work: Work, { username, password }: NewUser): Promise<UserId> {
  if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD) {
    const needed = `${LEAST_PASSWORD} to ${MOST_PASSWORD} are needed`
    throw invalidField('password', `${password.length} characters long`, needed)
  }
  const name = usernameOf(username)
  if (await userNamed(work.db, { username: name, mode: work.actor.mode })) {
    throw alreadyExists('username', name)
  }
  const id = newId<UserId>()
  await insertUser(work, { id, username: name, passwordHash: await hashPassword(password) })
  return id
}
