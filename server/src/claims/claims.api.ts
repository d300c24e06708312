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
import { CLAIM_ORIGINS, CLAIM_STATES } from './claim.ts'
import { TooManyClaims } from './claims.errors.ts'

const tag = 'Claims'
const text = (most: number) => z.string().min(1).max(most)

export const receiptBody = z.strictObject({
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
  ip_address: z.union([z.ipv4(), z.ipv6()]).optional().meta({
    description:
      "Of the contact's device, where a server claims for an app: wrong receipts are counted for the address as well.",
  }),
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
  say: z.string().meta({ description: 'One line for the contact, in their language.' }),
})
export type ClaimedReply = z.input<typeof claimedReply>

export const reclaimPurchase = endpoint({
  name: 'reclaimPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases/reclaim',
  tag,
  summary: 'Claim a receipt for a contact: the purchase is awarded, and nothing is spent',
  description:
    'The receipt is scanned (transaction_code), typed (its signed code), or sent field by field. What was paid has to be the amount of the purchase; with the signed code it need not be said. A receipt is claimed once, ever. It is judged at the time of the purchase. One that no till has sent is taken as the merchant wishes (self_submitted_purchases): awarded at once, HELD until the till sends it or somebody approves it, or not at all. Wrong receipts are counted; after five within a day the contact has to wait. With simulate=true it is told what the contact would get, and nothing is claimed; a wrong receipt is counted all the same.',
  access: 'claims:write',
  effect: 'commands',
  query: z.strictObject({ simulate: wire.flag.default(false) }),
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

const hand = z
  .object({ kind: z.enum(['key', 'user', 'contact']), id: z.string() })
  .meta({ description: 'The API key, the person, or the contact in their app.' })

const claimReply = z.object({
  id: z.string(),
  state: z.enum(CLAIM_STATES).meta({
    description:
      'CLAIMED: the contact has it. HELD: the till or a person has to confirm it. REFUSED: nobody has it by this.',
  }),
  origin: z.enum(CLAIM_ORIGINS).meta({
    description: 'TILL: the till had sent the purchase. CONTACT: the contact was first.',
  }),
  contact: z.object({
    id: z.string(),
    code: z.string(),
    name: z.string().nullable().meta({ description: 'null: none is known, or the key lacks contacts:read.' }),
  }),
  organisation: idName,
  reference_number: z.string().meta({ description: 'The number on the receipt.' }),
  purchase_id: z.string().nullable(),
  total: wire.amount.meta({ description: 'What the contact says that was paid.' }),
  till_total: wire.amount.nullable().meta({ description: 'What the till says, where that differs.' }),
  currency_code: z.string(),
  transaction_code: z.string().nullable().meta({ description: 'As it was scanned or typed.' }),
  reason: z.string().nullable().meta({ description: 'Why it waits, or was refused.' }),
  asked_by: hand,
  decided_by: hand.nullable().meta({ description: 'null: nobody had to, or nobody did yet.' }),
  created_on: wire.epoch,
  decided_on: wire.epoch.nullable(),
})
export type ClaimReply = z.input<typeof claimReply>

export const listClaims = endpoint({
  name: 'listClaims',
  method: 'GET',
  path: '/backoffice/v2/claims',
  tag,
  summary: 'List claims of receipts, newest first; with state HELD, those that wait for somebody',
  access: 'claims:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    state: z.enum(CLAIM_STATES).optional(),
    contact_id: text(100).optional(),
    organisation_id: text(100).optional().meta({ description: 'Of this merchant or venue.' }),
  }),
  reply: wire.pageReply(claimReply),
  errors: [InvalidValue, NotFound],
})

export const getClaim = endpoint({
  name: 'getClaim',
  method: 'GET',
  path: '/backoffice/v2/claims/{id}',
  tag,
  summary: 'Read a claim',
  access: 'claims:read',
  effect: 'reads',
  params: wire.idParams,
  reply: claimReply,
  errors: [NotFound],
})

const decision = z.strictObject({
  action: z.enum(['APPROVE', 'REFUSE']),
  reason: text(500).optional().meta({ description: 'Needed to refuse; kept with the claim.' }),
})
export type ClaimDecision = z.output<typeof decision>

export const decideClaim = endpoint({
  name: 'decideClaim',
  method: 'PUT',
  path: '/backoffice/v2/claims/{id}/actions',
  tag,
  summary: 'Approve or refuse a claim that waits',
  description:
    'An approved claim is awarded at once: from the purchase of the till at its amount where it sent one, else from the receipt as the contact has it. The same decision again changes nothing.',
  access: 'claims:approve',
  effect: 'writes',
  params: wire.idParams,
  body: decision,
  reply: claimReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, IdempotencyKeyReused],
})
