import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { Busy, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { submittedReply } from '../purchases/index.ts'
import { INCIDENTS } from './till.ts'
import { TillQueueCut, TillQueueForked, TillSignatureWrong } from './tills.errors.ts'

const tag = 'Tills'
const path = '/backoffice/v2/tills'
const coordinate = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url are needed: a coordinate of a point on P-256')

const MOST_LETTERS = 500_000

const tillReply = z.object({
  id: z.string(),
  name: z.string(),
  counter: z.int().meta({ description: 'Of the last entry that was taken; 0: none yet.' }),
  head: z.string().meta({ description: 'What the next entry names as `previous`: SHA-256 in hex.' }),
  created_on: wire.epoch,
})
export type TillReply = z.input<typeof tillReply>

export const registerTill = endpoint({
  name: 'registerTill',
  method: 'POST',
  path,
  tag,
  summary: 'Register the key by which a till signs what it sells without a line',
  description:
    'The private half never leaves the till. The same key again is the same till, and tells where its queue stands.',
  access: 'purchases:write',
  effect: 'writes',
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    public_key: z
      .strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
      .meta({ description: 'A JSON Web Key.' }),
  }),
  reply: tillReply,
  errors: [RequiredField, InvalidValue, IdempotencyKeyReused],
})

export const listTills = endpoint({
  name: 'listTills',
  method: 'GET',
  path,
  tag,
  summary: 'List the tills that may queue, newest first',
  access: ['purchases:read', 'purchases:write'],
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    organisation_id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Those that a key of this merchant or venue registered.' }),
  }),
  reply: wire.pageReply(tillReply),
  errors: [InvalidValue, NotFound],
})

export const getTill = endpoint({
  name: 'getTill',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read where the queue of a till stands',
  access: ['purchases:read', 'purchases:write'],
  effect: 'reads',
  params: wire.idParams,
  reply: tillReply,
  errors: [NotFound],
})

export const sendQueuedPurchase = endpoint({
  name: 'sendQueuedPurchase',
  method: 'POST',
  path: `${path}/{id}/queued_purchases`,
  tag,
  summary: 'Send a purchase that was made without a line, in its order',
  description: [
    'Signed (ECDSA, P-256, SHA-256, r and s one after the other) is the text of five lines: `tillback-queue-1`, the id of the till,',
    '`counter`, `previous` and `payload`; its SHA-256 is what the next entry names as `previous`. An entry that was changed, copied to',
    'another till or cut out of the queue is refused and recorded. One that fits has its place even where its purchase is refused, so',
    'that those after it go on. The purchase is judged at its own `date`; the same entry again gets the same answer.',
  ].join(' '),
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    counter: wire
      .integerFrom(1, Number.MAX_SAFE_INTEGER)
      .meta({ description: 'One more than the entry before.' }),
    previous: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hex digits is needed')
      .meta({ description: 'The hash of the entry before it; of the first, the `head` of the till.' }),
    payload: z
      .string()
      .min(2)
      .max(MOST_LETTERS)
      .meta({ description: 'The body of submitPurchase as JSON text, as it was signed.' }),
    signature: z
      .string()
      .regex(/^[A-Za-z0-9_-]{86}$/, '64 bytes in base64url are needed')
      .meta({ description: 'r and s, in base64url.' }),
  }),
  reply: z.object({
    counter: z.int(),
    state: z.enum(['POSTED', 'REFUSED']),
    purchase: submittedReply.nullable(),
    refusal: z
      .object({ error: z.string(), message: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why the purchase was not taken.' }),
  }),
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    TillSignatureWrong,
    TillQueueCut,
    TillQueueForked,
    IdempotencyKeyReused,
    Busy,
  ],
})

export const endTillQueue = endpoint({
  name: 'endTillQueue',
  method: 'POST',
  path: `${path}/{id}/queue_ends`,
  tag,
  summary: 'Say where the queue of a till ends, when all of it was sent',
  description: [
    'Signed is the text of four lines: `tillback-queue-end-1`, the id of the till, `counter` and `head`. Entries that the till has numbered',
    'and not sent were cut off the end of its queue, which nobody would know of before the next one comes: it is refused and recorded.',
  ].join(' '),
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    counter: wire
      .integerFrom(0, Number.MAX_SAFE_INTEGER)
      .meta({ description: 'The last number that the till gave; 0: none.' }),
    head: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hex digits is needed')
      .meta({ description: 'What its next entry would name as `previous`.' }),
    signature: z
      .string()
      .regex(/^[A-Za-z0-9_-]{86}$/, '64 bytes in base64url are needed')
      .meta({ description: 'r and s, in base64url.' }),
  }),
  reply: tillReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    TillSignatureWrong,
    TillQueueCut,
    TillQueueForked,
    IdempotencyKeyReused,
  ],
})

export const listTillIncidents = endpoint({
  name: 'listTillIncidents',
  method: 'GET',
  path: `${path}/{id}/incidents`,
  tag,
  summary: 'List the entries that did not fit the queue of a till, newest first',
  description:
    'BAD_SIGNATURE: changed, or of another key. COUNTER_REUSED and FORK: two queues grew from one, as of a copied till. GAP: entries were cut out.',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(
    z.object({
      id: z.string(),
      kind: z.enum(INCIDENTS),
      counter: z.int().meta({ description: 'That was sent.' }),
      expected: z.int().meta({ description: 'That would have been the next.' }),
      created_on: wire.epoch,
    }),
  ),
  errors: [InvalidValue, NotFound],
})
