import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { InvalidLogin, InvalidSecondFactor, TooManySignIns } from './access.errors.ts'
import { accountReply } from './own-account.api.ts'
import { userReply } from './users.api.ts'

const tag = 'Own account'
const password = z.string().min(1).max(400).meta({ writeOnly: true })
const code = z.string().trim().min(1).max(40).meta({
  writeOnly: true,
  description: 'Six digits of the app, or a recovery code.',
})
const codes = z.array(z.string()).readonly().nullable().meta({
  description: 'Each is good once, instead of a code of the app. Told once.',
})

export const enrolSecondFactor = endpoint({
  name: 'enrolSecondFactor',
  method: 'POST',
  path: '/backoffice/v2/users/me/second_factor',
  tag,
  summary: 'Begin to use an authenticator app',
  description:
    'Show `uri` as a QR code; then send the first code of the app to `…/confirm`. Until then nothing changes, and beginning again gives a new secret.',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ password }),
  reply: z.object({ secret: z.string().nullable(), uri: z.string().nullable() }),
  toldOnce: ['secret', 'uri'],
  errors: [InvalidValue, RequiredField, InvalidLogin, InvalidState, TooManySignIns],
})

export const confirmSecondFactor = endpoint({
  name: 'confirmSecondFactor',
  method: 'POST',
  path: '/backoffice/v2/users/me/second_factor/confirm',
  tag,
  summary: 'Ask for codes of the app from now on',
  description: 'All other sessions end. A code is good once, and for about a minute.',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ code }),
  reply: z.object({ ...accountReply.shape, recovery_codes: codes }),
  toldOnce: ['recovery_codes'],
  errors: [InvalidValue, RequiredField, InvalidSecondFactor, InvalidState, TooManySignIns],
})

export const renewRecoveryCodes = endpoint({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/backoffice/v2/users/me/recovery_codes',
  tag,
  summary: 'Get new recovery codes; those before are good no more',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ code }),
  reply: z.object({ ...accountReply.shape, recovery_codes: codes }),
  toldOnce: ['recovery_codes'],
  errors: [InvalidValue, RequiredField, InvalidSecondFactor, InvalidState, TooManySignIns],
})

export const removeSecondFactor = endpoint({
  name: 'removeSecondFactor',
  method: 'POST',
  path: '/backoffice/v2/users/me/second_factor/remove',
  tag,
  summary: 'Ask for no code any more',
  access: 'staff',
  effect: 'writes',
  body: z.strictObject({ password, code }),
  reply: accountReply,
  errors: [InvalidValue, RequiredField, InvalidLogin, InvalidSecondFactor, InvalidState, TooManySignIns],
})

export const removeUserSecondFactor = endpoint({
  name: 'removeUserSecondFactor',
  method: 'DELETE',
  path: '/backoffice/v2/users/{id}/second_factor',
  tag: 'Users',
  summary: 'Remove the second factor of a member of staff who lost it',
  description: 'They are signed out everywhere. Make sure that it is they who ask.',
  access: 'users:write',
  effect: 'writes',
  params: wire.idParams,
  reply: userReply,
  errors: [InvalidValue, NotFound, Forbidden],
})
