import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { placeReference } from '../organisations/index.ts'
import { WalletLimitExceeded } from '../wallets/index.ts'
import { TOPUP_METHODS, TOPUP_STATES } from './topup.ts'
import { GrantTooLarge } from './topups.errors.ts'

const tag = 'Top-ups'
const text = (most: number) => z.string().trim().min(1).max(most)

const topupBody = z
  .strictObject({
    id: wire.guid.optional().meta({ description: 'Of the new top-up. Made, if left out.' }),
    wallet_id: wire.identifier
      .optional()
      .meta({ description: 'The wallet by id or 16-digit code; or its contact_id.' }),
    contact_id: wire.identifier
      .optional()
      .meta({ description: 'Its contact by id, code or anything else the contact is known by.' }),
    amount: wire.decimal,
    currency_code: wire.currencyCode.optional().meta({ description: 'Must be that of the wallet.' }),
    topup_date: wire.time.optional().meta({
      description: 'When it was paid; now, if left out. The money can be spent at once, whatever the date.',
    }),
    code: text(100).optional().meta({
      description:
        'The same code with the same content is one top-up, however often it is sent. 16 digits are made, if left out.',
    }),
    payment_method: z
      .strictObject({
        type: z.enum(TOPUP_METHODS).meta({
          description:
            'Where the money comes from. GRANT: nobody paid, the merchant or the business gives it away; needs adjustments:write too.',
        }),
        id: text(200).optional().meta({
          description: 'What the payment is known by elsewhere, such as the reference of a card terminal.',
        }),
      })
      .meta({ description: 'How it was paid.' }),
    organisation: placeReference.optional().meta({
      description: 'Who took the money or gives it. Left out: that of the key, or the business.',
    }),
    commerce_pool_id: text(100).optional().meta({
      description:
        'By id or code: the money may be spent where it says and as long as it says. Left out: open money without expiry.',
    }),
    notes: text(500).optional(),
  })
  .refine(({ wallet_id, contact_id }) => (wallet_id === undefined) !== (contact_id === undefined), {
    error: 'wallet_id or contact_id is needed, not both',
  })
export type TopupBody = z.output<typeof topupBody>

const idName = z.object({ id: z.string(), name: z.string() })

const topupReply = z.object({
  id: z.string().meta({ description: 'Also of the journal that moved the money.' }),
  code: z.string(),
  state: z.enum(TOPUP_STATES),
  wallet_id: z.string(),
  amount: wire.amount,
  currency_code: z.string(),
  commerce_pool: idName.nullable().meta({ description: 'null: open money.' }),
  payment_method: z.object({ type: z.enum(TOPUP_METHODS), id: z.string().nullable() }),
  organisation: idName.meta({ description: 'Who took the money or gives it.' }),
  topup_date: wire.epoch,
  notes: z.string().nullable(),
  created_on: wire.epoch,
  cancellation: z
    .object({
      cancelled_on: wire.epoch,
      reason: z.string().nullable(),
      taken_back: wire.amount.meta({ description: 'What was still there, expired money among it.' }),
      debt: wire.amount.meta({ description: 'What was spent or given away already: the contact owes it.' }),
    })
    .nullable(),
})
export type TopupReply = z.input<typeof topupReply>

const path = '/backoffice/v2/topups'

export const createTopup = endpoint({
  name: 'createTopup',
  method: 'POST',
  path,
  tag,
  summary: 'Put money into a wallet',
  description: [
    'It counts for the TOP_UP limits of the wallet, a GRANT for its CREDIT limits. A GRANT, together with those to the same',
    'wallet within 24 hours, may come to adjustment_approval_above of the business at most (100, if it did not say).',
  ].join(' '),
  access: 'topups:write',
  effect: 'writes',
  body: topupBody,
  reply: topupReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    AlreadyExists,
    Forbidden,
    GrantTooLarge,
    WalletLimitExceeded,
    IdempotencyKeyReused,
  ],
})

export const listTopups = endpoint({
  name: 'listTopups',
  method: 'GET',
  path,
  tag,
  summary: 'List top-ups, newest first; of one wallet, or of all',
  description: 'A key of one merchant or venue sees its own only.',
  access: 'topups:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    wallet_id: wire.identifier.optional(),
    code: text(100).optional(),
    state: z.enum(TOPUP_STATES).optional(),
    payment_method: z.enum(TOPUP_METHODS).optional(),
    topup_date: wire.timeRange.optional(),
  }),
  reply: wire.pageReply(topupReply),
  errors: [InvalidValue, NotFound],
})

export const getTopup = endpoint({
  name: 'getTopup',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a top-up by id or code',
  access: 'topups:read',
  effect: 'reads',
  params: wire.idParams,
  reply: topupReply,
  errors: [NotFound],
})

export const cancelTopup = endpoint({
  name: 'cancelTopup',
  method: 'POST',
  path: `${path}/{id}/cancel`,
  tag,
  summary: 'Void a top-up: what is left of its money is taken back, the rest becomes a debt',
  description:
    'It never fails for what was spent. Voiding it again answers 200 and changes nothing. What counted for limits is given back.',
  access: 'topups:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ reason: text(500).optional() }),
  reply: topupReply,
  errors: [InvalidValue, NotFound, IdempotencyKeyReused],
})
