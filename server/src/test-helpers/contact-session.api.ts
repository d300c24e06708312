import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound } from '../kit/error.ts'

export const openTestContactSession = endpoint({
  name: 'openTestContactSession',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/sessions',
  tag: 'Test helpers',
  summary: 'Sign in as a contact of the TEST business, with no code',
  description:
    'Gives what a sign-in by code gives, to see what their app shows. It is over after an hour of the business, however much it is used, and stands among the sessions of the contact and in the audit log. In LIVE mode it is refused: there a contact signs in by themselves.',
  access: 'test_helpers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({
    contact_id: z.string(),
    first_name: z.string().nullable(),
    access_token: z.string().nullable().meta({ description: 'Send it as Authorization: Bearer. Told once.' }),
    refresh_token: z
      .string()
      .nullable()
      .meta({ description: 'Good once, for the next two, at `contacts/refresh`. Told once.' }),
    expiration_date: wire.epoch.meta({ description: 'Of the access token.' }),
    ends_on: wire.epoch.meta({ description: 'When the session is over.' }),
  }),
  toldOnce: ['access_token', 'refresh_token'],
  // Whoever asks sees what the contact sees: that is written down of keys as well.
  reveals: true,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, InvalidState, Forbidden, IdempotencyKeyReused],
})
export type ContactSessionReply = z.input<typeof openTestContactSession.reply>
