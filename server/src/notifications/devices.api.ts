import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'

const tag = 'Communications'
const path = '/backoffice/v2/contacts/{id}/devices'

export const PLATFORMS = ['MOBILE', 'BROWSER', 'OTHER'] as const
const label = z.string().trim().min(1).max(100).nullable().optional()

const deviceBody = z.strictObject({
  registration_token: z
    .string()
    .max(4_000)
    .meta({
      description:
        'What `JSON.stringify(subscription)` gives in the browser after `pushManager.subscribe` with the key of `GET web_push_key`.',
      examples: [
        JSON.stringify({
          endpoint: 'https://push.example.com/wpush/v2/gAAAAABo',
          keys: {
            p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
            auth: 'BTBZMqHH6r4Tts7J_aSIgg',
          },
        }),
      ],
    }),
  platform: z.enum(PLATFORMS).nullable().optional().meta({ description: 'BROWSER if it is left out.' }),
  mac_address: label,
  serial_number: label,
  electronic_id: label,
  application_id: label,
})
export type DeviceBody = z.output<typeof deviceBody>

const deviceReply = z.object({
  id: z.string(),
  platform: z.enum(PLATFORMS),
  push_service: z.string().meta({ description: 'The host that takes its messages.' }),
  mac_address: z.string().nullable(),
  serial_number: z.string().nullable(),
  electronic_id: z.string().nullable(),
  application_id: z.string().nullable(),
  registration_date: wire.epoch,
})
export type DeviceReply = z.input<typeof deviceReply>

export const registerDevice = endpoint({
  name: 'registerDevice',
  method: 'POST',
  path,
  tag,
  summary: 'Register a device on which a contact reads push messages',
  description:
    'The same subscription again is the same device; registered by another contact, it is theirs alone from then on. A contact has at most 10; the oldest gives way. In LIVE mode its address must be https and public.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  body: deviceBody,
  reply: z.object({ id: z.string() }),
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

const listQuery = z.strictObject(wire.listQuery)
export type DevicesQuery = z.output<typeof listQuery>

export const listDevices = endpoint({
  name: 'listDevices',
  method: 'GET',
  path,
  tag,
  summary: 'List the devices on which a contact reads push messages, newest first',
  description: 'Without their tokens: who holds one may write to the device.',
  access: 'communications:read',
  effect: 'reads',
  params: wire.idParams,
  query: listQuery,
  reply: wire.pageReply(deviceReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const removeDevice = endpoint({
  name: 'removeDevice',
  method: 'DELETE',
  path: `${path}/{device}`,
  tag,
  summary: 'Send no more push messages to a device',
  description: 'What is waiting for it is not sent. One that is not there is no refusal.',
  access: 'communications:write',
  effect: 'writes',
  params: z.strictObject({ id: z.string(), device: z.string() }),
  reply: z.object({ id: z.string() }),
  errors: [NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

export const getPushKey = endpoint({
  name: 'getWebPushKey',
  method: 'GET',
  path: '/backoffice/v2/web_push_key',
  tag,
  summary: 'Read the key with which browsers subscribe to push messages',
  description:
    'The `applicationServerKey` of `pushManager.subscribe` (VAPID), the same for the whole installation.',
  access: 'communications:read',
  effect: 'reads',
  reply: z.object({ public_key: z.string().meta({ description: 'base64url' }) }),
  errors: [],
})
