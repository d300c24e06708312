import type { Actor, Mode } from '../kit/actor.ts'
import type { OrganisationId } from '../kit/id.ts'
import { TERMS_OF } from './roles.ts'
import type { User } from './user.ts'

/** A member of staff as the caller of a request, by their role. */
export function actorOf(
  { tenant, id, role }: Pick<User, 'tenant' | 'id' | 'role'>,
  {
    id: business,
    mode,
    session,
  }: { readonly id: OrganisationId; readonly mode: Mode; readonly session?: string },
): Actor {
  const { scopes, readsOnly } = TERMS_OF[role]
  return {
    tenant,
    business,
    mode,
    by: { kind: 'user', id, ...(session !== undefined && { session }) },
    scopes: new Set(scopes),
    within: undefined,
    ...(readsOnly && { readsOnly }),
  }
}
