import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { sessionReply } from './own-account.api.ts'
import { ROLES } from './roles.ts'
import { USER_STATES } from './user.ts'

const tag = 'Users'
const role = z.enum(ROLES)
const name = z.string().trim().min(1).max(100)

export const userReply = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().nullable(),
  role,
  state: z.enum(USER_STATES).meta({ description: 'INVITED: they have not chosen a password yet.' }),
  created_on: wire.epoch,
  signed_in_on: wire.epoch.nullable(),
  second_factor: z.boolean().meta({ description: 'Whether a code of an app is asked for at their sign-in.' }),
  invitation_ends_on: wire.epoch.nullable(),
})
export type UserReply = z.input<typeof userReply>

export const listRoles = endpoint({
  name: 'listRoles',
  method: 'GET',
  path: '/backoffice/v2/roles',
  tag,
  summary: 'What each role may do',
  access: 'users:read',
  effect: 'reads',
  reply: z.object({
    content: z.array(
      z.object({
        role,
        description: z.string(),
        scopes: z.array(z.string()).readonly(),
        reads_only: z.boolean(),
      }),
    ),
  }),
  errors: [],
})

export const listUsers = endpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/backoffice/v2/users',
  tag,
  summary: 'List the staff of the business in this mode',
  access: 'users:read',
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, role: role.optional(), state: z.enum(USER_STATES).optional() }),
  reply: wire.pageReply(userReply),
  errors: [InvalidValue, Forbidden],
})

export const getUser = endpoint({
  name: 'getUser',
  method: 'GET',
  path: '/backoffice/v2/users/{id}',
  tag,
  summary: 'Read a member of staff',
  access: 'users:read',
  effect: 'reads',
  params: wire.idParams,
  reply: userReply,
  errors: [InvalidValue, NotFound, Forbidden],
})

export const createUser = endpoint({
  name: 'createUser',
  method: 'POST',
  path: '/backoffice/v2/users',
  tag,
  summary: 'Invite a member of staff',
  description:
    'The invitation is in this answer: hand it on, it lasts seven days. It is mailed as well, where the username is an e-mail address and the business names who sends its e-mail (`notification_settings`). With a password instead, they may sign in at once and are told (`password_expired`) to change it. Nobody gives a role that may do more than they.',
  access: 'users:write',
  effect: 'writes',
  body: z.strictObject({
    username: z.string().trim().min(1).max(254).meta({ description: 'Such as an e-mail address.' }),
    name: name.optional(),
    role,
    password: z.string().min(1).max(400).optional().meta({ writeOnly: true }),
  }),
  reply: z.object({ ...userReply.shape, invitation: z.string().nullable() }),
  toldOnce: ['invitation'],
  errors: [InvalidValue, RequiredField, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const inviteUser = endpoint({
  name: 'inviteUser',
  method: 'POST',
  path: '/backoffice/v2/users/{id}/invite',
  tag,
  summary: 'Invite a member of staff again, to choose a password',
  description:
    'Mailed as well, as the first was. Also for somebody who forgot theirs: it works until the invitation is taken. An earlier invitation is over.',
  access: 'users:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ ...userReply.shape, invitation: z.string().nullable() }),
  toldOnce: ['invitation'],
  errors: [InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const updateUser = endpoint({
  name: 'updateUser',
  method: 'PUT',
  path: '/backoffice/v2/users/{id}',
  tag,
  summary: 'Change the role or state of a member of staff',
  description:
    'DISABLED signs them out everywhere, on other processes of the server within two seconds. The last owner stays one.',
  access: 'users:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    name: name.nullable().optional(),
    role: role.optional(),
    state: z.enum(['ACTIVE', 'DISABLED']).optional(),
  }),
  reply: userReply,
  errors: [InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const deleteUser = endpoint({
  name: 'deleteUser',
  method: 'DELETE',
  path: '/backoffice/v2/users/{id}',
  tag,
  summary: 'Remove a member of staff',
  description: 'They are signed out everywhere and their name is free. Not the last owner.',
  access: 'users:write',
  effect: 'writes',
  params: wire.idParams,
  reply: userReply,
  errors: [InvalidValue, NotFound, InvalidState, Forbidden],
})

export const listUserSessions = endpoint({
  name: 'listUserSessions',
  method: 'GET',
  path: '/backoffice/v2/users/{id}/sessions',
  tag,
  summary: 'List where a member of staff is signed in',
  access: 'users:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({ content: z.array(sessionReply) }),
  errors: [InvalidValue, NotFound, Forbidden],
})

export const endUserSessions = endpoint({
  name: 'endUserSessions',
  method: 'DELETE',
  path: '/backoffice/v2/users/{id}/sessions',
  tag,
  summary: 'Sign a member of staff out everywhere',
  access: 'users:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ content: z.array(sessionReply) }),
  errors: [InvalidValue, NotFound, Forbidden],
})
