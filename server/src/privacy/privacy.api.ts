import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound } from '../kit/error.ts'

const exportReply = z.object({
  id: z.string(),
  made_on: wire.epoch,
  data: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).meta({
    description:
      'By what it is (contacts, identifiers, purchases, transfers, …): rows as they are kept. Amounts are minor units of the `currency` beside them; times are ISO 8601.',
  }),
})
export type ExportReply = z.input<typeof exportReply>

export const exportContact = endpoint({
  name: 'exportContact',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/export',
  tag: 'Contacts',
  summary: 'Everything that is kept of a contact, for the contact',
  description:
    'What a person may ask for (GDPR, articles 15 and 20): one document that a machine can read. Codes, pins and tokens are kept only as keyed hashes and are not in it. Contacts that were merged into this one are. Of staff it needs contacts:reveal as well, and is an act in the audit log.',
  access: 'contacts:read',
  effect: 'writes',
  params: wire.idParams,
  reply: exportReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, Forbidden],
})

const eraseReply = z.object({
  id: z.string(),
  erased_on: wire.epoch,
  left: z
    .object({
      currency_code: z.string(),
      open: wire.amount,
      commerce: wire.amount,
      blocked: wire.amount,
      debt: wire.amount,
    })
    .meta({ description: 'What the wallet still holds, which nobody can reach any more.' }),
})
export type EraseReply = z.input<typeof eraseReply>

export const eraseContact = endpoint({
  name: 'eraseContact',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/erase',
  tag: 'Contacts',
  summary: 'Erase who a contact is',
  description:
    'What a person may ask for (GDPR, article 17). Names, identifiers, addresses, notes, messages, devices and payment methods go, also those of contacts that were merged into this one; purchases and the books stay, under ids that lead to nobody. The contact is not found from then on, and nothing brings it back. Refused while an order, a payout or a claim is under way. The same again changes nothing.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    leave_money: wire.flag.default(false).meta({
      description:
        'Whether to erase the contact though the wallet holds or owes money. It stays in the books until it expires.',
    }),
  }),
  reply: eraseReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, InvalidState, Forbidden, IdempotencyKeyReused],
})
