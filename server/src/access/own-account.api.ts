import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { InvalidLogin, TooManySignIns } from './access.errors.ts'
import { ROLES } from './roles.ts'

const tag = 'Own account'
const password = z.string().min(1).max(400).meta({ writeOnly: true })

export const accountReply = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().nullable(),
  role: z.enum(ROLES),
  scopes: z.array(z.string()).readonly(),
  mode: z.enum(['LIVE', 'TEST']),
  password_expired: z.boolean().meta({ description: 'Somebody else chose the password: change it.' }),
  second_factor: z.boolean(),
  recovery_codes_left: z.int(),
})
export type AccountReply = z.input<typeof accountReply>

export const getOwnAccount = endpoint({
  name: 'getOwnAccount',
  method: 'GET',
  path: '/backoffice/v2/users/me',
  tag,
  summary: 'Read who is signed in and what they may do',
  access: 'staff',
  effect: 'reads',
  reply: accountReply,
  errors: [],
})

export const updateOwnAccount = endpoint({
  name: 'updateOwnAccount',
  method: 'PUT',
  path: '/backoffice/v2/users/me',
  tag,
  summary: 'Change one’s own name',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ name: z.string().trim().min(1).max(100).nullable() }),
  reply: accountReply,
  errors: [InvalidValue, RequiredField, IdempotencyKeyReused],
})

export const changeOwnPassword = endpoint({
  name: 'changeOwnPassword',
  method: 'PUT',
  path: '/backoffice/v2/users/me/password',
  tag,
  summary: 'Change one’s own password',
  description: '12 to 200 characters, of any kind; what is guessed first is refused. All other sessions end.',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ current_password: password, new_password: password }),
  reply: accountReply,
  errors: [InvalidValue, RequiredField, InvalidLogin, TooManySignIns, IdempotencyKeyReused],
})

export const sessionReply = z.object({
  id: z.string(),
  device: z.string().nullable().meta({ description: 'As it called itself at the sign-in.' }),
  created_on: wire.epoch,
  refreshed_on: wire.epoch,
  expires_on: wire.epoch.meta({ description: 'Without being refreshed.' }),
  is_current: z.boolean(),
})
export type SessionReply = z.input<typeof sessionReply>
const sessionsReply = z.object({ content: z.array(sessionReply) })

export const listOwnSessions = endpoint({
  name: 'listOwnSessions',
  method: 'GET',
  path: '/backoffice/v2/users/me/sessions',
  tag,
  summary: 'List where one is signed in',
  access: 'staff',
  effect: 'reads',
  reply: sessionsReply,
  errors: [],
})

export const endOwnSession = endpoint({
  name: 'endOwnSession',
  method: 'DELETE',
  path: '/backoffice/v2/users/me/sessions/{id}',
  tag,
  summary: 'End one of one’s own sessions',
  description:
    'Refused from now on, on other processes of the server within two seconds. Again: nothing more.',
  access: 'staff',
  effect: 'writes',
  params: wire.idParams,
  reply: sessionsReply,
  errors: [InvalidValue, NotFound],
})

export const endOtherSessions = endpoint({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/backoffice/v2/users/me/sessions',
  tag,
  summary: 'End all of one’s own sessions but this one',
  access: 'staff',
  effect: 'writes',
  reply: sessionsReply,
  errors: [],
})

export const signUserOut = endpoint({
  name: 'signUserOut',
  method: 'POST',
  path: '/backoffice/v2/users/{id}/sign_out',
  tag,
  summary: 'Sign out: the session that asks ends',
  description: 'By one’s own id, or `me`.',
  access: 'staff',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ session: z.string().meta({ description: 'The one that ended.' }) }),
  errors: [InvalidValue, NotFound, IdempotencyKeyReused],
})
