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
import { contactBody, placeBody } from '../purchases/index.ts'
import { CLAIM_STATES } from './claim.ts'
import { TooManyClaims } from './claims.errors.ts'

const tag = 'Claims'
const text = (most: number) => z.string().min(1).max(most)

const receiptBody = z.strictObject({
  id: text(100).optional().meta({ description: 'The number of the receipt; it may hold semicolons.' }),
  transaction_code: text(300).nullable().optional().meta({
    description:
      'What was scanned or typed: receipt;merchant;venue;amount×100 of a QR code, merchant;receipt;amount×100;venue of a barcode, or the signed code. It says all that the other fields say.',
  }),
  organisation: placeBody.optional().meta({
    description: 'The merchant and venue numbers of the receipt, as merchant_tap and venue_tap.',
  }),
  transaction_amounts: z
    .strictObject({
      net: wire.decimal.nullable().optional(),
      tax: wire.decimal.nullable().optional(),
      discount: wire.decimal.nullable().optional(),
      total: wire.decimal,
    })
    .optional()
    .meta({ description: 'The total is compared with the purchase; the rest is not.' }),
  currency_code: wire.currencyCode.optional(),
})
export type ReceiptBody = z.output<typeof receiptBody>

const reclaimBody = receiptBody.extend({
  contact: contactBody.meta({ description: 'Who claims: one means of identification.' }),
})
export type ReclaimBody = z.output<typeof reclaimBody>

const idName = z.object({ id: z.string(), name: z.string() })

export const claimedReply = z.object({
  id: z.string().meta({ description: 'Of the purchase; while the claim is held, of the claim.' }),
  claim_id: z.string(),
  state: z.enum(CLAIM_STATES),
  reference_number: z.string().nullable(),
  organisation: idName,
  date: wire.epoch,
  total: wire.amount,
  currency_code: z.string(),
  award: wire.amount,
  awards: z.array(
    z.object({
      amount: wire.amount,
      offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
      commerce_pool: idName,
      expires_on: wire.epoch.nullable(),
      available_on: wire.epoch,
    }),
  ),
  say: z.string().meta({ description: 'One line for the contact.' }),
})
export type ClaimedReply = z.input<typeof claimedReply>

export const reclaimPurchase = endpoint({
  name: 'reclaimPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases/reclaim',
  tag,
  summary: 'Claim a receipt for a contact: the purchase is awarded, and nothing is spent',
  description:
    'The receipt is scanned (transaction_code), typed (its signed code), or sent field by field. What was paid has to be the amount of the purchase; with the signed code it need not be said. A receipt is claimed once, ever. It is judged at the time of the purchase. Wrong receipts are counted; after five within a day the contact has to wait.',
  access: 'claims:write',
  effect: 'commands',
  body: reclaimBody,
  reply: claimedReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    AlreadyExists,
    InvalidState,
    TooManyClaims,
    IdempotencyKeyReused,
  ],
})
