import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'

const mergeReply = z.object({
  id: z.string(),
  contact: z.object({ id: z.string(), code: z.string() }).meta({ description: 'The contact that is left.' }),
  merged: z.object({ id: z.string(), code: z.string() }).meta({ description: 'It leads to the other now.' }),
  currency_code: z.string(),
  open: wire.amount.meta({
    description: 'Open money that went over, expired money that was not posted yet among it.',
  }),
  commerce: wire.amount,
  debt: wire.amount.meta({ description: 'What the merged contact owed; now the other owes it.' }),
  purchases: z.int().meta({ description: 'Purchases that belong to the contact that is left now.' }),
  created_on: wire.epoch,
})
export type MergeReply = z.input<typeof mergeReply>

export const mergeContacts = endpoint({
  name: 'mergeContacts',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/merge',
  tag: 'Contacts',
  summary: 'Merge another contact into this one: two records of one person become one',
  description:
    'Money with its pools and expiries, debt, identifiers, purchases, memberships, passes, and what counts towards limits, goals and tiers go over in one step. Whatever named the other contact finds this one from then on. The same merge again changes nothing.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    contact_id: z.string().trim().min(1).max(100).meta({ description: 'Who is merged: id or code.' }),
  }),
  reply: mergeReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, Forbidden, IdempotencyKeyReused],
})

const undoneReply = mergeReply.extend({ undone_on: wire.epoch })
export type UndoneReply = z.input<typeof undoneReply>

export const undoMerge = endpoint({
  name: 'undoMerge',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/unmerge',
  tag: 'Contacts',
  summary: 'Undo a merge: the other contact is one of its own again',
  description:
    'Each has what it had: money with its pools and expiries, debt, identifiers, purchases, memberships, passes, counters, messages. Refused once money moved or something was bought, voided, returned or counted since, with what stands in the way; merges are undone in the reverse order. What came since without money stays with the contact that was left. Again: nothing more.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    contact_id: z.string().trim().min(1).max(100).meta({ description: 'Who had been merged: id or code.' }),
  }),
  reply: undoneReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})
