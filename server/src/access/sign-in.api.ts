import { z } from 'zod'
import { endpoint, Unauthorized, wire } from '../http/index.ts'
import { InvalidValue, RequiredField } from '../kit/error.ts'
import {
  InvalidInvitation,
  InvalidLogin,
  InvalidReset,
  InvalidSecondFactor,
  SecondFactorNeeded,
  TooManySignIns,
} from './access.errors.ts'
import { ROLES } from './roles.ts'

const tag = 'Users'
const device = z.string().trim().min(1).max(200).optional().meta({
  description: 'What the device calls itself, shown in the list of sessions.',
})

const signedIn = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expiration_date: wire.epoch.meta({ description: 'Of the access token.' }),
  mode: z.enum(['LIVE', 'TEST']),
  password_expired: z.boolean().meta({ description: 'Somebody else chose the password: change it.' }),
  lockout_date: z.null().meta({ description: 'Nobody is locked out for good: tries are slowed down.' }),
  user: z.object({ id: z.string(), role: z.enum(ROLES) }),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
})
export type SignedIn = z.input<typeof signedIn>

export const authenticateUser = endpoint({
  name: 'authenticateUser',
  method: 'POST',
  path: '/backoffice/v2/users/authenticate',
  tag,
  summary: 'Sign a member of staff in',
  description:
    'Send the access token as Authorization: Bearer. It lasts 15 minutes; `users/refresh` gets the next one for as long as the session lasts: 12 hours without use, 7 days at most. After five wrong tries with a name each further one is waited for longer, up to five minutes: 429 with `Retry-After`.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({
    provider: z.enum(['EMAIL']).default('EMAIL'),
    username: z.string().min(1).max(254),
    password: z.string().min(1).max(400).meta({ writeOnly: true }),
    mode: z.enum(['LIVE', 'TEST']).default('LIVE'),
    code: z.string().trim().min(1).max(40).optional().meta({
      writeOnly: true,
      description: 'Of the authenticator app, or a recovery code; once it is asked for (SecondFactorNeeded).',
    }),
    device,
  }),
  reply: signedIn,
  errors: [
    InvalidValue,
    RequiredField,
    InvalidLogin,
    SecondFactorNeeded,
    InvalidSecondFactor,
    TooManySignIns,
  ],
})

export const refreshUser = endpoint({
  name: 'refreshUser',
  method: 'POST',
  path: '/backoffice/v2/users/refresh',
  tag,
  summary: 'Get the next tokens of a session',
  description:
    'A refresh token is used once. The one before the newest gets the newest once more for 30 seconds, for tabs that refresh at once and answers that were lost; any other that was used before ends the session.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({ refresh_token: z.string().min(1).max(200).meta({ writeOnly: true }) }),
  reply: signedIn,
  errors: [InvalidValue, RequiredField, Unauthorized],
})

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/backoffice/v2/users/accept_invitation',
  tag,
  summary: 'Choose a password with an invitation',
  description:
    '12 to 200 characters, of any kind; what is guessed first is refused. Whoever is signed in as the same user is signed out. Then sign in.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({
    invitation: z.string().min(1).max(200).meta({ writeOnly: true }),
    password: z.string().min(1).max(400).meta({ writeOnly: true }),
    name: z.string().trim().min(1).max(100).optional(),
  }),
  reply: z.object({ username: z.string(), name: z.string().nullable(), role: z.enum(ROLES) }),
  errors: [InvalidValue, RequiredField, InvalidInvitation],
})

export const forgotPassword = endpoint({
  name: 'forgotPassword',
  method: 'POST',
  path: '/backoffice/v2/users/forgot_password',
  tag,
  summary: 'Be mailed a code with which another password is chosen',
  description:
    'For staff whose name is an e-mail address, by the e-mail server of their business. Answered alike, and as fast, where there is nobody of that name. The code lasts 30 minutes and works once; a newer one replaces it.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({
    username: z.string().min(1).max(254),
    mode: z.enum(['LIVE', 'TEST']).default('LIVE'),
  }),
  reply: z.object({ accepted: z.literal(true) }),
  errors: [InvalidValue, RequiredField, TooManySignIns],
})

export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'POST',
  path: '/backoffice/v2/users/reset_password',
  tag,
  summary: 'Choose another password with the code that was mailed',
  description:
    '12 to 200 characters, of any kind; what is guessed first is refused. Whoever is signed in as the same user is signed out. Then sign in; a second factor is asked for as before.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({
    code: z.string().min(1).max(200).meta({ writeOnly: true }),
    password: z.string().min(1).max(400).meta({ writeOnly: true }),
  }),
  reply: z.object({ username: z.string(), role: z.enum(ROLES) }),
  errors: [InvalidValue, RequiredField, InvalidReset],
})
