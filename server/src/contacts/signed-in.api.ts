import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound } from '../kit/error.ts'

const tag = 'Contacts'
const contact = '/backoffice/v2/contacts/{id}'
const errors = [InvalidValue, NotFound, AmbiguousIdentifier]
const ended = z.object({ id: z.string(), contact_id: z.string() })

const session = z.object({
  id: z.string(),
  device: z.string().nullable().meta({ description: 'What the browser or app calls itself.' }),
  created_on: wire.epoch.meta({ description: 'When the contact signed in.' }),
  used_on: wire.epoch.meta({
    description: 'When it was renewed last, as it is every few minutes while in use.',
  }),
  expires_on: wire.epoch,
})

export const listSessions = endpoint({
  name: 'listContactSessions',
  method: 'GET',
  path: `${contact}/sessions`,
  tag,
  summary: 'List where a contact is signed in, the one used last first',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({ content: z.array(session) }),
  errors,
})

export const endSession = endpoint({
  name: 'endContactSession',
  method: 'DELETE',
  path: `${contact}/sessions/{session}`,
  tag,
  summary: 'Sign a contact out on one device, such as a phone that was lost',
  description: 'Its tokens are refused from now on. One that is over already is no refusal.',
  access: 'contacts:write',
  effect: 'writes',
  params: z.strictObject({ id: z.string(), session: z.string() }),
  reply: ended,
  errors: [...errors, Forbidden, IdempotencyKeyReused],
})

const passkey = z.object({
  id: z.string(),
  name: z.string(),
  is_backed_up: z.boolean().meta({ description: 'Whether the owner has it on other devices as well.' }),
  created_on: wire.epoch,
  used_on: wire.epoch.nullable().meta({ description: 'When somebody signed in with it last.' }),
})

export const listPasskeys = endpoint({
  name: 'listContactPasskeys',
  method: 'GET',
  path: `${contact}/passkeys`,
  tag,
  summary: 'List the passkeys with which a contact signs in, newest first',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({ content: z.array(passkey) }),
  errors,
})

export const removePasskey = endpoint({
  name: 'removeContactPasskey',
  method: 'DELETE',
  path: `${contact}/passkeys/{passkey}`,
  tag,
  summary: 'Let nobody sign in with a passkey of a contact any more',
  description:
    'Whoever is signed in with it stays so until their session is ended. One that is not there is no refusal.',
  access: 'contacts:write',
  effect: 'writes',
  params: z.strictObject({ id: z.string(), passkey: z.string() }),
  reply: ended,
  errors: [...errors, Forbidden, IdempotencyKeyReused],
})
