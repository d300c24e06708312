import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'

const tag = 'Contacts'

/** Why two contacts may be one person. */
export const SIGNS = ['NAME', 'BIRTHDAY', 'PHONE', 'EMAIL', 'PAYOUT_METHOD'] as const
export type Sign = (typeof SIGNS)[number]

const contact = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  created_on: wire.epoch,
})
const alikeReply = z.object({
  signs: z.array(z.enum(SIGNS)).meta({
    description:
      'PHONE, EMAIL: one has as loyalty identifier what is the other’s phone or e-mail address. PAYOUT_METHOD: both are paid to the same place.',
  }),
  contacts: z.array(contact).meta({ description: 'Both, the one that is known for longer first.' }),
})
export type AlikeReply = z.input<typeof alikeReply>

const listQuery = z.strictObject({
  page: wire.listQuery.page,
  size: wire.listQuery.size,
  include_total: wire.listQuery.include_total,
})
export type AlikeQuery = z.output<typeof listQuery>

export const listAlike = endpoint({
  name: 'listContactsAlike',
  method: 'GET',
  path: '/backoffice/v2/contacts_alike',
  tag,
  summary: 'List pairs of contacts that may be one person, those with the most signs first',
  description:
    'No phone, e-mail address or card is of two contacts, so they are found by what can be: the whole name, in either order and without accents, unless their birthdays differ; a birthday beside it; a phone or e-mail address that one has as a loyalty identifier; the same payout method. A name that more than 8 contacts share is no sign by itself. Pairs that were told apart are left out.',
  access: 'contacts:read',
  effect: 'reads',
  query: listQuery,
  reply: wire.pageReply(alikeReply),
  errors: [InvalidValue],
})

const named = z.object({ id: z.string(), code: z.string() })
const apartReply = z.object({ contact: named, other: named })
export type ApartReply = z.input<typeof apartReply>

export const tellApart = endpoint({
  name: 'tellContactsApart',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/apart',
  tag,
  summary: 'Say that two contacts who look alike are two people',
  description: 'They are no longer listed as alike; they can still be merged. Again: nothing more.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    contact_id: z.string().trim().min(1).max(100).meta({ description: 'The other: id or code.' }),
  }),
  reply: apartReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, Forbidden, IdempotencyKeyReused],
})
