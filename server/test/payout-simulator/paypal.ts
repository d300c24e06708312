import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { SimulatedPayment } from './payments.ts'
import { type Asked, payUnder } from './request.ts'

/** PayPal's Payouts API, as far as it is used: a token, batches, and the check of its own messages. */

export const PAYPAL_CLIENT = { id: 'client-of-simulator', secret: 'secret-of-simulator' } as const
export const PAYPAL_WEBHOOK_ID = 'WH-SIMULATOR'
const TOKEN = 'A21.simulator'
const PATH = '/v1/payments/payouts'
const SIGNING_KEY = 'known to nobody but PayPal'

const wanted = z.object({
  sender_batch_header: z.object({ sender_batch_id: z.string().max(256) }),
  items: z
    .array(
      z.object({
        recipient_type: z.literal('EMAIL'),
        receiver: z.string(),
        amount: z.object({
          value: z.string().regex(/^\d+\.\d{2}$/),
          currency: z.string().regex(/^[A-Z]{3}$/),
        }),
        sender_item_id: z.string().max(63),
      }),
    )
    .length(1),
})

export function paypalAnswers(request: Asked): boolean {
  const { method, path, headers, payments, reply, body } = request
  if (!path.startsWith('/v1/')) return false
  if (path === '/v1/oauth2/token') {
    const basic = Buffer.from(`${PAYPAL_CLIENT.id}:${PAYPAL_CLIENT.secret}`).toString('base64')
    const isKnown = headers.authorization === `Basic ${basic}`
    return isKnown ? reply(200, { access_token: TOKEN }) : reply(401, { error: 'invalid_client' })
  }
  if (headers.authorization !== `Bearer ${TOKEN}`) return reply(401, { error: 'invalid_token' })
  if (path === '/v1/notifications/verify-webhook-signature') {
    return reply(200, { verification_status: isOurs(body) ? 'SUCCESS' : 'FAILURE' })
  }
  if (method === 'POST' && path === PATH) return pay(request)
  const payment = payments.find(({ id }) => path === `${PATH}/${id}`)
  if (payment) return reply(200, shown(payment))
  return reply(404, { name: 'RESOURCE_NOT_FOUND', message: 'The specified resource does not exist.' })
}

function pay(request: Asked): true {
  const { payments, reply, body, faultOf, headers } = request
  const parsed = wanted.safeParse(JSON.parse(body))
  if (!parsed.success) return reply(400, { name: 'VALIDATION_ERROR', message: parsed.error.message })
  const [item] = parsed.data.items
  const reference = parsed.data.sender_batch_header.sender_batch_id
  const known = payments.find((each) => each.provider === 'PAYPAL' && each.reference === reference)
  if (known) return reply(400, duplicate(known, String(headers.host)))
  if (!item) return reply(400, { name: 'VALIDATION_ERROR' })
  return payUnder(request, faultOf(reference), {
    make: () =>
      payments.add({
        provider: 'PAYPAL',
        reference,
        minor: Math.round(Number(item.amount.value) * 100),
        currency: item.amount.currency,
        recipient: item.receiver,
      }),
    tell: ({ id }) =>
      reply(201, {
        batch_header: {
          payout_batch_id: id,
          batch_status: 'PENDING',
          sender_batch_header: { sender_batch_id: reference },
        },
      }),
    decline: () => reply(422, { name: 'RECEIVER_UNREGISTERED', message: 'No.' }),
  })
}

/** Whoever uses a batch id again is told so, with a link to the first batch. */
function duplicate({ id }: SimulatedPayment, host: string) {
  const issue = 'Batch with given sender_batch_id already exists'
  return {
    name: 'USER_BUSINESS_ERROR',
    message: 'User business error.',
    details: [{ field: 'SENDER_BATCH_ID', location: 'body', issue }],
    links: [{ href: `https://${host}${PATH}/${id}`, rel: 'self', method: 'GET' }],
  }
}

const STATUSES = { processing: 'PENDING', posted: 'SUCCESS', failed: 'FAILED', returned: 'RETURNED' } as const

function shown({ id, reference, status, reason }: SimulatedPayment) {
  return {
    batch_header: {
      payout_batch_id: id,
      batch_status: status === 'processing' ? 'PROCESSING' : 'SUCCESS',
      sender_batch_header: { sender_batch_id: reference },
    },
    items: [
      {
        payout_item_id: `${id}-1`,
        transaction_status: STATUSES[status],
        payout_item: { sender_item_id: reference },
        ...(reason === undefined ? {} : { errors: { name: reason } }),
      },
    ],
  }
}

const EVENTS = { processing: 'HELD', posted: 'SUCCEEDED', failed: 'FAILED', returned: 'RETURNED' } as const

export function paypalMessage({ id, reference, status }: SimulatedPayment, number: number) {
  const body = JSON.stringify({
    id: `WH-${number}`,
    event_type: `PAYMENT.PAYOUTS-ITEM.${EVENTS[status]}`,
    resource: { payout_batch_id: id, payout_item: { sender_item_id: reference } },
  })
  const headers = {
    'paypal-transmission-id': `T-${number}`,
    'paypal-transmission-time': new Date().toISOString(),
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': 'https://api.paypal.com/cert.pem',
  }
  return {
    body,
    headers: { ...headers, 'paypal-transmission-sig': signature(headers['paypal-transmission-id'], body) },
  }
}

function signature(transmission: string, event: string): string {
  return createHmac('sha256', SIGNING_KEY)
    .update(`${transmission}|${PAYPAL_WEBHOOK_ID}|${event}`)
    .digest('base64')
}

const question = z.object({
  transmission_id: z.string(),
  transmission_sig: z.string(),
  webhook_id: z.string(),
})

/** Over the bytes of the event: one that was parsed and written anew is not recognised. */
function isOurs(body: string): boolean {
  const told = question.safeParse(JSON.parse(body))
  const event = /"webhook_event":([\s\S]*)\}$/.exec(body)?.[1] ?? ''
  if (!told.success || told.data.webhook_id !== PAYPAL_WEBHOOK_ID) return false
  return told.data.transmission_sig === signature(told.data.transmission_id, event)
}
