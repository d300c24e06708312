import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { SimulatedPayment } from './payments.ts'
import { type Asked, payUnder } from './request.ts'

/** Stripe's outbound payments, as far as they are used: the shapes and rules of API v2. */

export const STRIPE_KEY = 'sk_test_simulator0000'
export const STRIPE_WEBHOOK_SECRET = 'whsec_simulator0000'
const PATH = '/v2/money_management/outbound_payments'

const wanted = z.object({
  amount: z.object({ value: z.int().positive(), currency: z.string().regex(/^[a-z]{3}$/) }),
  from: z.object({ financial_account: z.string(), currency: z.string() }),
  to: z.object({ recipient: z.string(), payout_method: z.string() }),
  metadata: z.object({ reference: z.string() }),
})

/** Answers kept under their idempotency key, with what was asked. */
export type Remembered = Map<
  string,
  { readonly body: string; readonly status: number; readonly answer: unknown }
>

export function stripeAnswers(request: Asked, remembered: Remembered): boolean {
  const { method, path, headers, payments, reply } = request
  if (!path.startsWith('/v2/')) return false
  if (headers.authorization !== `Bearer ${STRIPE_KEY}`) {
    return reply(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided.' } })
  }
  if (method === 'POST' && path === PATH) return pay(request, remembered)
  if (method === 'GET' && path === PATH) {
    const recipient = request.query.get('recipient')
    const found = payments.all.filter((each) => each.provider === 'STRIPE' && each.recipient === recipient)
    return reply(200, { data: found.map(shown).reverse(), next_page_url: null, previous_page_url: null })
  }
  const payment = payments.find(({ id }) => path === `${PATH}/${id}`)
  if (payment) return reply(200, shown(payment))
  return reply(404, {
    error: { type: 'invalid_request_error', code: 'not_found', message: 'No such payment.' },
  })
}

function pay(request: Asked, remembered: Remembered): true {
  const { body, headers, payments, reply, faultOf } = request
  const key = String(headers['idempotency-key'] ?? '')
  const earlier = remembered.get(key)
  if (earlier) {
    if (earlier.body === body) return reply(earlier.status, earlier.answer)
    return reply(409, {
      error: { type: 'idempotency_error', message: 'The key was used with other parameters.' },
    })
  }
  const parsed = wanted.safeParse(JSON.parse(body))
  if (!parsed.success) return reply(400, { error: { code: 'invalid_fields', message: parsed.error.message } })
  const { amount, to, metadata } = parsed.data
  const keep = (status: number, answer: unknown) => {
    remembered.set(key, { body, status, answer })
  }
  return payUnder(request, faultOf(metadata.reference), {
    make: () => {
      const payment = payments.add({
        provider: 'STRIPE',
        reference: metadata.reference,
        minor: amount.value,
        currency: amount.currency,
        recipient: to.recipient,
      })
      keep(200, shown(payment))
      return payment
    },
    tell: (payment) => reply(200, shown(payment)),
    decline: () => {
      const answer = {
        error: { type: 'invalid_payout_method', code: 'outbound_payment_not_allowed', message: 'No.' },
      }
      keep(400, answer)
      return reply(400, answer)
    },
  })
}

function shown({ id, minor, currency, recipient, reference, status, reason, created }: SimulatedPayment) {
  const amount = { value: minor, currency }
  return {
    id,
    object: 'v2.money_management.outbound_payment',
    amount,
    cancelable: status === 'processing',
    created,
    from: { debited: amount, financial_account: 'fa_1' },
    livemode: false,
    metadata: { reference },
    status,
    ...(reason === undefined ? {} : { status_details: { [status]: { reason } } }),
    to: { credited: amount, recipient },
  }
}

/** The message that Stripe sends when a payment changes: it names the payment and no more. */
export function stripeMessage({ id, status }: SimulatedPayment, number: number) {
  const body = JSON.stringify({
    id: `evt_${number}`,
    object: 'v2.core.event',
    type: `v2.money_management.outbound_payment.${status}`,
    created: new Date().toISOString(),
    livemode: false,
    related_object: { id, type: 'v2.money_management.outbound_payment', url: `${PATH}/${id}` },
  })
  const seconds = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', STRIPE_WEBHOOK_SECRET).update(`${seconds}.${body}`).digest('hex')
  return { body, headers: { 'stripe-signature': `t=${seconds},v1=${signature}` } }
}
