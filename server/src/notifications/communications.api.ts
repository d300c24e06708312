import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { CHANNELS, COMMUNICATION_STATES } from './communication.ts'

const tag = 'Communications'

const communicationReply = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'What it tells of, such as AWARD.' }),
  state: z.enum(COMMUNICATION_STATES),
  channel: z.enum(CHANNELS).meta({ description: 'INAPP is the inbox; the others are sent besides.' }),
  is_viewed: z.boolean(),
  viewed_on: wire.epoch.nullable(),
  is_archived: z.boolean(),
  clicked_on: wire.epoch.nullable(),
  created_on: wire.epoch,
  sent_on: wire.epoch.nullable(),
  language: z.string(),
  sender: z.string(),
  recipient: z.string().nullable().meta({ description: 'E-mail address or device; null for the inbox.' }),
  subject: z.string(),
  subtitle: z.string().nullable(),
  content: z.string(),
  in_app_image_url: z.string().nullable(),
  contact: z.object({ id: z.string(), name: z.string(), code: z.string() }),
  message_type: z.enum(['MAIL', 'OSD']),
  attempts: z.int(),
  error: z.string().nullable().meta({ description: 'Why it was not sent, or not yet.' }),
  event_id: z.string().meta({ description: 'Of what it tells.' }),
})
export type CommunicationReply = z.input<typeof communicationReply>

const listQuery = z.strictObject({
  ...wire.listQuery,
  channel: z.enum(CHANNELS).optional(),
  viewed: wire.flag.optional(),
  archived: wire.flag.optional(),
  created_on: wire.timeRange.optional(),
})
export type CommunicationsQuery = z.output<typeof listQuery>

export const listCommunications = endpoint({
  name: 'listCommunications',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/communications',
  tag,
  summary: 'List what a contact was told, newest first',
  description:
    'Written soon after what it tells of, once for each event. The inbox is `channel=INAPP`; e-mail and push are rows of their own, with what became of them.',
  access: 'communications:read',
  effect: 'reads',
  params: wire.idParams,
  query: listQuery,
  reply: wire.pageReply(communicationReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const getCommunication = endpoint({
  name: 'getCommunication',
  method: 'GET',
  path: '/backoffice/v2/communications/{id}',
  tag,
  summary: 'Read a communication',
  access: 'communications:read',
  effect: 'reads',
  params: wire.idParams,
  reply: communicationReply,
  errors: [NotFound],
})

const allMarks = z.strictObject({
  viewed: z
    .literal(true)
    .meta({ description: 'What was read stays read: all are marked, none is taken back.' }),
  until: wire.time.optional().meta({
    description:
      'Only what was told until then, so that nothing is marked that was not there to be seen yet.',
  }),
})
export type AllMarks = z.output<typeof allMarks>

export const markInbox = endpoint({
  name: 'markInbox',
  method: 'PUT',
  path: '/backoffice/v2/contacts/{id}/communications/actions',
  tag,
  summary: 'Mark the whole inbox of a contact as viewed',
  description: 'What was viewed already keeps its time; what was put away is not touched.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  body: allMarks,
  reply: z.object({ marked: z.int().meta({ description: 'How many were not viewed before.' }) }),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

const marks = z.strictObject({
  viewed: wire.flag.nullable().optional(),
  archived: wire.flag.nullable().optional(),
})
export type Marks = z.output<typeof marks>

export const markCommunication = endpoint({
  name: 'markCommunication',
  method: 'PUT',
  path: '/backoffice/v2/communications/{id}/actions',
  tag,
  summary: 'Mark a communication as viewed or archived, or take the mark back',
  description: 'What is left out or null stays. The same mark again changes nothing.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  body: marks,
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound, IdempotencyKeyReused],
})

const resentReply = z.object({
  id: z.string().meta({ description: 'Of the purchase.' }),
  content: z.array(communicationReply).meta({ description: 'What was sent now, to where.' }),
})
export type ResentReply = z.input<typeof resentReply>

export const resendPurchaseNotification = endpoint({
  name: 'resendPurchaseNotification',
  method: 'POST',
  path: '/backoffice/v2/purchases/{id}/resend_notification',
  tag,
  summary: 'Tell the contact of a purchase again what it brought',
  description:
    'The messages of what it awarded and of what was spent on it, or of its void, as the purchase is now, in every way in which the contact wants to be told; quiet hours hold. At most once a minute.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  reply: resentReply,
  errors: [NotFound, InvalidState, IdempotencyKeyReused],
})
