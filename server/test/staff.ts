import { createOwner } from '../src/access/index.ts'
import type { Actor, Mode } from '../src/kit/actor.ts'
import { type Answer, ask, type TestBusiness, type TestServer } from './harness.ts'

export const PASSWORD = 'correct horse battery'

/** A member of staff who is signed in. */
export interface Staff {
  readonly id: string
  readonly username: string
  readonly token: string
  readonly refresh: string
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer>
}

export interface StaffedBusiness {
  readonly actor: Actor
  readonly key: string
  readonly owner: Staff
  /** Somebody of the role, who has chosen a password and is signed in. */
  add(role: string): Promise<Staff>
}

let users = 0
export const newName = () => `user${++users}@staff.example`

export const door = (server: TestServer, path: string, body: object, url = server.url) =>
  ask(url, '', { method: 'POST', path: `users/${path}`, body })

export async function signedIn(
  server: TestServer,
  { username, mode, url = server.url }: { username: string; mode: Mode; url?: string },
): Promise<Staff> {
  const { status, body, text } = await door(
    server,
    'authenticate',
    { username, password: PASSWORD, mode },
    url,
  )
  if (status !== 200) throw new Error(text)
  return {
    id: body.user.id,
    username,
    token: body.access_token,
    refresh: body.refresh_token,
    call: (method, path, sent) => ask(url, body.access_token, { method, path, body: sent }),
  }
}

/** A business of its own with an owner. */
export async function staffedBusiness(server: TestServer, mode: Mode = 'TEST'): Promise<StaffedBusiness> {
  return staffOf(server, await server.business({ mode }))
}

/** The same of a business that there is already. */
export async function staffOf(
  server: TestServer,
  { actor, key, work }: Pick<TestBusiness, 'actor' | 'key' | 'work'>,
): Promise<StaffedBusiness> {
  const { mode } = actor
  const username = newName()
  await work((each) => createOwner(each, { username, password: PASSWORD }))
  const owner = await signedIn(server, { username, mode })
  const add = async (role: string) => {
    const name = newName()
    const { status, body, text } = await owner.call('POST', 'users', { username: name, role })
    if (status !== 200) throw new Error(text)
    await door(server, 'accept_invitation', { invitation: body.invitation, password: PASSWORD })
    return signedIn(server, { username: name, mode })
  }
  return { actor, key, owner, add }
}
