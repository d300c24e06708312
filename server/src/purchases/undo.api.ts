import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { adHocReturnBody, text } from './purchase-body.ts'

export const cancelPurchase = endpoint({
  name: 'cancelPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases/{id}/cancel',
  tag: 'Purchases',
  summary: 'Void a purchase: awards are taken back, spent money returns as it was',
  description:
    'Voiding a purchase twice is voiding it once: the second call answers 200 and changes nothing.',
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ reason: text(500).optional() }),
  reply: z.object({
    id: z.string(),
    state: z.literal('CANCELLED'),
    award_reversed: wire.amount,
    spend_returned: wire.amount,
    debt: wire.amount.meta({
      description: 'Taken-back awards that were already spent: the contact owes them.',
    }),
  }),
  errors: [NotFound, AmbiguousIdentifier, InvalidState, IdempotencyKeyReused],
})

export const adHocReturn = endpoint({
  name: 'adHocReturn',
  method: 'POST',
  path: '/backoffice/v2/purchases/ad_hoc_return',
  tag: 'Purchases',
  summary: 'Take goods back without knowing their purchase',
  description:
    "Walks the contact's newest purchases at that merchant that are not fully returned and takes back awards, and gives back spends, in proportion. What finds no purchase claws back nothing and is answered as unmatched_amount.",
  access: 'purchases:write',
  effect: 'writes',
  body: adHocReturnBody,
  reply: z.object({
    id: z.string(),
    reference_number: z.string().nullable(),
    amount: wire.amount.meta({ description: 'What the wallet was debited: awards taken back.' }),
    return_amount: wire.amount,
    return_spent_amount: wire.amount.meta({
      description: 'What had been paid by spend and is back in the wallet.',
    }),
    unmatched_amount: wire.amount,
    purchases: z.array(
      z.object({
        id: z.string(),
        return_amount: wire.amount,
        amount: wire.amount,
        return_spent_amount: wire.amount,
      }),
    ),
  }),
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, AlreadyExists, IdempotencyKeyReused],
})
