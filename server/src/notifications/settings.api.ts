import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { isLanguage } from '../kit/localised.ts'
import { isTimeZone } from '../kit/zone.ts'
import { CHANNELS } from './communication.ts'
import { ALL_KINDS, CHOSEN_KINDS } from './kinds.ts'
import { BESIDES, SECURITIES } from './settings.ts'
import { SMS_FORMATS } from './sms.ts'

const tag = 'Communications'
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "22:00" is needed')
const quietHours = z
  .strictObject({ start_time: clock, end_time: clock })
  .refine(({ start_time, end_time }) => start_time !== end_time, 'it must end at another time than it begins')
export const language = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => /^[a-z]{2}$/.test(text) && isLanguage(text),
    'two letters of a language are needed, such as el',
  )
export const kindName = z.enum(ALL_KINDS)
const besides = z.enum(BESIDES)
const address = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'an e-mail address is needed')
const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, 'one line is needed')

const emailBody = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: wire.integerFrom(1, 65_535).default(587),
  security: z.enum(SECURITIES).default('STARTTLS').meta({
    description: 'TLS from the first byte (port 465), STARTTLS (587), or NONE, which sends no password.',
  }),
  username: oneLine.nullable().optional(),
  password: z.string().min(1).max(500).optional().meta({
    description: 'Kept sealed and never told; left out, the one before stays.',
    writeOnly: true,
  }),
  from_address: address,
  from_name: oneLine.nullable().optional(),
  reply_to: address.nullable().optional(),
})
export type EmailBody = z.output<typeof emailBody>

const smsBody = z.strictObject({
  url: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .meta({ description: 'Posted to for each message; https in LIVE mode.' }),
  format: z.enum(SMS_FORMATS).default('JSON'),
  template: z.string().trim().min(1).max(4_000).meta({
    description:
      'What is posted, with {to} (as +35799123456) and {text} where they belong: {"to": "{to}", "body": "{text}"}, or To={to}&Body={text} as FORM.',
  }),
  headers: z
    .record(
      z
        .string()
        .regex(
          /^(?!content-|host$|connection$|transfer-)[a-z][a-z0-9-]{0,60}$/i,
          'the name of a header is needed',
        ),
      z
        .string()
        .min(1)
        .max(2_000)
        .regex(/^[\x20-\x7e]+$/, 'printable ASCII is needed'),
    )
    .refine((headers) => Object.keys(headers).length <= 10, 'at most 10 headers')
    .optional()
    .meta({
      writeOnly: true,
      description:
        'Such as authorization. Kept sealed and never told; left out, those before stay, if the url does.',
    }),
})
export type SmsBody = z.output<typeof smsBody>

const settingsBody = z.strictObject({
  language: language.optional(),
  quiet_hours: quietHours.nullable().optional(),
  expiry_reminder_days: wire.integerFrom(0, 90).optional().meta({ description: '0: nobody is reminded.' }),
  channels: z.partialRecord(kindName, z.array(besides).max(CHANNELS.length)).optional().meta({
    description: 'For each kind how contacts are told besides the inbox; kinds that are left out stay.',
  }),
  email: emailBody.nullable().optional().meta({ description: 'null: no e-mail is sent.' }),
  sms: smsBody.nullable().optional().meta({
    description: 'Who sends one-time codes as text messages; null: nobody, they go by e-mail.',
  }),
})
export type SettingsBody = z.output<typeof settingsBody>

const settingsReply = z.object({
  language: z.string().meta({ description: 'Of contacts whose language there is no text in.' }),
  quiet_hours: quietHours.nullable().meta({
    description: 'By the clock of the business: e-mail and push wait until the end; the inbox does not.',
  }),
  expiry_reminder_days: z.int(),
  channels: z.record(z.string(), z.array(besides)),
  email: z
    .object({
      host: z.string(),
      port: z.int(),
      security: z.enum(SECURITIES),
      username: z.string().nullable(),
      has_password: z.boolean(),
      from_address: z.string(),
      from_name: z.string().nullable(),
      reply_to: z.string().nullable(),
    })
    .nullable(),
  sms: z
    .object({
      url: z.string(),
      format: z.enum(SMS_FORMATS),
      template: z.string(),
      header_names: z.array(z.string()),
    })
    .nullable(),
})
export type SettingsReply = z.input<typeof settingsReply>

const path = '/backoffice/v2/notification_settings'

export const getSettings = endpoint({
  name: 'getNotificationSettings',
  method: 'GET',
  path,
  tag,
  summary: 'Read how contacts are told what happens',
  access: 'communications:read',
  effect: 'reads',
  reply: settingsReply,
  errors: [],
})

export const updateSettings = endpoint({
  name: 'updateNotificationSettings',
  method: 'PUT',
  path,
  tag,
  summary: 'Change how contacts are told what happens',
  description:
    'What is left out stays. In TEST mode nothing is ever sent: read what would have been in `test_helpers/outbox`.',
  access: 'communications:write',
  effect: 'writes',
  body: settingsBody,
  reply: settingsReply,
  errors: [InvalidValue, RequiredField, Forbidden, IdempotencyKeyReused],
})

const preferencesBody = z.strictObject({
  email_opt_out: wire.flag.optional(),
  device_opt_out: wire.flag.optional(),
  channels: z.partialRecord(z.enum(CHOSEN_KINDS), z.array(besides).max(BESIDES.length)).optional().meta({
    description:
      'By which ways besides the inbox the contact is told of each kind, of those that the business uses for it; kinds that are left out stay. One-time codes go to whoever asks for one.',
  }),
  quiet_hours: quietHours.nullable().optional().meta({ description: 'null: those of the business.' }),
  time_zone: z
    .string()
    .refine(isTimeZone, 'a time zone such as Europe/Nicosia is needed')
    .nullable()
    .optional()
    .meta({ description: 'Where the contact is; null: where the business is.' }),
})
export type PreferencesBody = z.output<typeof preferencesBody>

const preferencesReply = z.object({
  email_opt_out: z.boolean(),
  device_opt_out: z.boolean(),
  channels: z.record(z.string(), z.array(besides)),
  quiet_hours: quietHours.nullable(),
  time_zone: z.string().nullable(),
})
export type PreferencesReply = z.input<typeof preferencesReply>

const preferencesPath = '/backoffice/v2/contacts/{id}/communication_preferences'

export const getPreferences = endpoint({
  name: 'getCommunicationPreferences',
  method: 'GET',
  path: preferencesPath,
  tag,
  summary: 'Read how a contact wants to be told',
  access: 'communications:read',
  effect: 'reads',
  params: wire.idParams,
  reply: preferencesReply,
  errors: [NotFound, AmbiguousIdentifier],
})

export const updatePreferences = endpoint({
  name: 'updateCommunicationPreferences',
  method: 'PUT',
  path: preferencesPath,
  tag,
  summary: 'Change how a contact wants to be told',
  description:
    'What is left out stays. The inbox has everything in any case. What is waiting to be sent is not sent to who opts out.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  body: preferencesBody,
  reply: preferencesReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})
