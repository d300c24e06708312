import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound } from '../kit/error.ts'
import { identifiersReply } from './contacts.api.ts'

const REVEALED = ['phones', 'emails', 'loyalty_identifiers'] as const
const { phones, emails, loyalty_identifiers } = identifiersReply

const body = z.strictObject({
  fields: z
    .array(z.enum(REVEALED))
    .min(1)
    .max(REVEALED.length)
    .transform((fields) => [...new Set(fields)])
    .default([...REVEALED])
    .meta({ description: 'Which of them; all, unless said.' }),
})
export type RevealBody = z.output<typeof body>

export const revealContact = endpoint({
  name: 'revealContact',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/reveal',
  tag: 'Contacts',
  summary: 'Read the phones, e-mail addresses and loyalty identifiers of a contact in full',
  description: [
    'Members of staff see how they end, wherever they read a contact; keys with contacts:read see them whole as ever.',
    'Each reveal is an act in the audit log: who, of whom, which fields, when and from where.',
    'The same request again, with the same Idempotency-Key, is told null for them: they are kept with no answer.',
  ].join(' '),
  access: 'contacts:reveal',
  effect: 'writes',
  params: wire.idParams,
  body,
  reply: z.object({
    id: z.string(),
    phones: phones.nullable().optional(),
    emails: emails.nullable().optional(),
    loyalty_identifiers: loyalty_identifiers.nullable().optional(),
  }),
  toldOnce: REVEALED,
  reveals: true,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, Forbidden, IdempotencyKeyReused],
})
export type RevealReply = z.input<typeof revealContact.reply>
