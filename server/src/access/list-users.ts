import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { type Page, type PageRequest, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Role } from './roles.ts'
import type { User, UserState } from './user.ts'
import type { UserReply } from './users.api.ts'
import { countUsers, findUser, pageOfUsers } from './users.store.ts'

export interface UserQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly role?: Role | undefined
  readonly state?: UserState | undefined
}

export async function listUsers(work: Work, query: UserQuery): Promise<Page<UserReply>> {
  refuseBound(work)
  const { page, size, order, include_total: includeTotal, role, state } = query
  const request: PageRequest = { page, size, includeTotal }
  const rows = await pageOfUsers(work, { role, state }, { ...request, order })
  return pageOf(request, rows, showUser, includeTotal ? await countUsers(work, { role, state }) : null)
}

export async function getUser(work: Work, id: string): Promise<User> {
  refuseBound(work)
  const guid = parseGuid(id)
  const user = guid && (await findUser(work.db, { tenant: work.actor.tenant, id: guid }))
  if (!user) throw notFound('user', id)
  return user
}

/** Staff are of the whole business: a till has no business with them. */
export function refuseBound({ actor }: Work): void {
  if (actor.within !== undefined) {
    throw Forbidden({
      parameters: ['organisation'],
      detail: 'A key of one merchant or venue has nothing to do with the staff of the business.',
    })
  }
}

export function showUser(user: User): UserReply {
  return {
    id: user.id,
    username: user.username,
    name: user.name ?? null,
    role: user.role,
    state: user.state,
    created_on: epochSeconds(user.createdAt),
    signed_in_on: user.signedInAt ? epochSeconds(user.signedInAt) : null,
    second_factor: user.secondFactor?.confirmedAt !== undefined,
    invitation_ends_on: user.invitation ? epochSeconds(user.invitation.endsAt) : null,
  }
}
