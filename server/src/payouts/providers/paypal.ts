import { z } from 'zod'
import { minorDigits } from '../../kit/currency.ts'
import { decimalText } from '../../kit/money.ts'
import { DAY } from '../../kit/time.ts'
import {
  ANSWER_WITHIN_MS,
  type IncomingMessage,
  NotGenuine,
  type Notice,
  type Payment,
  type PayoutProvider,
  type Result,
  unknown,
} from '../provider.ts'

export interface PaypalOptions {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly webhookId: string | undefined
  readonly answerWithinMs?: number
}

/** Pays by PayPal's Payouts API: a batch of one, whose sender_batch_id is the reference. */
export function paypalProvider(options: PaypalOptions): PayoutProvider {
  const call = caller(options)
  const send = async (payment: Payment): Promise<Result> => {
    if (payment.to?.type !== 'PAYPAL') return unknown('the address was erased')
    const answer = await call(
      'POST',
      '/v1/payments/payouts',
      JSON.stringify(requestOf(payment, payment.to.email)),
    )
    return sendResult(call, answer)
  }
  return {
    send,
    find: async (payment, mayPay) => {
      const { providerReference, since, at } = payment
      if (providerReference !== undefined) return batchResult(call, providerReference)
      if (!mayPay) return unknown('PayPal cannot be asked by our reference without paying')
      // PayPal pays a sender_batch_id once within 30 days, and answers who asks again with the first batch.
      if (at.getTime() - since.getTime() > KNOWN_FOR_MS)
        return unknown('asked too long ago to ask again safely')
      return send(payment)
    },
    readWebhook: (message) => readWebhook(call, options.webhookId, message),
  }
}

const KNOWN_FOR_MS = 29 * DAY

function requestOf({ reference, amount, purpose }: Payment, receiver: string) {
  const value = decimalText(amount.minor, minorDigits(amount.currency))
  return {
    sender_batch_header: { sender_batch_id: reference, email_subject: purpose },
    items: [
      {
        recipient_type: 'EMAIL',
        receiver,
        amount: { value, currency: amount.currency },
        note: purpose,
        sender_item_id: reference,
      },
    ],
  }
}

/** What came back; undefined: nothing did. */
type PaypalAnswer = { readonly status: number; readonly body: unknown } | undefined
type Call = (method: 'GET' | 'POST', path: string, body?: string) => Promise<PaypalAnswer>

function caller({ url, clientId, clientSecret, answerWithinMs = ANSWER_WITHIN_MS }: PaypalOptions): Call {
  let token: string | undefined
  const ask = async (path: string, init: RequestInit): Promise<PaypalAnswer> => {
    try {
      // A redirect would carry the token to somebody who was not configured.
      const signal = AbortSignal.timeout(answerWithinMs)
      const response = await fetch(`${url}${path}`, { ...init, signal, redirect: 'error' })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
    } catch {
      return undefined
    }
  }
  const freshToken = async () => {
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await ask('/v1/oauth2/token', {
      method: 'POST',
      headers,
      body: 'grant_type=client_credentials',
    })
    const told = z.object({ access_token: z.string() }).safeParse(answer?.body)
    return told.success && answer?.status === 200 ? told.data.access_token : undefined
  }
  return async (method, path, body) => {
    const request = async (bearer: string) =>
      ask(path, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      })
    for (const isSecond of [false, true]) {
      token ??= await freshToken()
      if (token === undefined) return undefined
      const answer = await request(token)
      if (answer?.status !== 401 || isSecond) return answer
      token = undefined
    }
    return undefined
  }
}

const created = z.object({ batch_header: z.object({ payout_batch_id: z.string() }) })
const refused = z.object({
  name: z.string(),
  details: z.array(z.object({ field: z.string().optional() })).optional(),
  links: z.array(z.object({ href: z.string(), rel: z.string() })).optional(),
})

const SAYS_NO = [400, 404, 422]
const OUR_OWN = ['INSUFFICIENT_FUNDS', 'RATE_LIMIT_REACHED', 'AUTHORIZATION_ERROR']

async function sendResult(call: Call, answer: PaypalAnswer): Promise<Result> {
  if (answer === undefined) return unknown('no answer')
  const made = created.safeParse(answer.body)
  if (answer.status < 300 && made.success) {
    return { outcome: 'SENT', providerReference: made.data.batch_header.payout_batch_id }
  }
  const no = refused.safeParse(answer.body)
  if (!SAYS_NO.includes(answer.status) || !no.success) return unknown(`status ${answer.status}`)
  const { name, details = [], links = [] } = no.data
  if (details.some(({ field }) => field === 'SENDER_BATCH_ID')) {
    // Only the id is taken from the link: requests go to the configured address and nowhere else.
    const original = links
      .map(({ href }) => /\/v1\/payments\/payouts\/([\w-]+)/.exec(href)?.[1])
      .find(Boolean)
    return original === undefined ? unknown('known already, without its batch') : batchResult(call, original)
  }
  return OUR_OWN.includes(name) ? unknown(name) : { outcome: 'DECLINED', reason: name }
}

const batch = z.object({
  batch_header: z.object({ payout_batch_id: z.string(), batch_status: z.string() }),
  items: z
    .array(
      z.object({
        transaction_status: z.string().optional(),
        payout_item: z.object({ sender_item_id: z.string().optional() }).optional(),
        errors: z.object({ name: z.string() }).optional(),
      }),
    )
    .optional(),
})

const ITEM_OUTCOMES: Readonly<Record<string, Result['outcome']>> = {
  SUCCESS: 'PAID',
  FAILED: 'DECLINED',
  BLOCKED: 'DECLINED',
  DENIED: 'DECLINED',
  CANCELED: 'DECLINED',
  RETURNED: 'RETURNED',
  REFUNDED: 'RETURNED',
  REVERSED: 'RETURNED',
}

async function batchResult(call: Call, id: string): Promise<Result> {
  const found = await readBatch(call, id)
  return found ?? unknown('no answer', id)
}

async function readBatch(call: Call, id: string): Promise<Notice | undefined> {
  const answer = await call('GET', `/v1/payments/payouts/${encodeURIComponent(id)}`)
  const told = batch.safeParse(answer?.body)
  if (answer?.status !== 200 || !told.success) return undefined
  const { batch_header: header, items = [] } = told.data
  const [item] = items
  const status = item?.transaction_status ?? header.batch_status
  const isDenied = header.batch_status === 'DENIED' || header.batch_status === 'CANCELED'
  // A batch that succeeded was worked through; only its item says whether it was paid.
  const outcome = isDenied ? 'DECLINED' : item ? (ITEM_OUTCOMES[status] ?? 'SENT') : 'SENT'
  const reason = outcome === 'DECLINED' || outcome === 'RETURNED' ? (item?.errors?.name ?? status) : undefined
  return {
    outcome,
    reason,
    providerReference: header.payout_batch_id,
    reference: item?.payout_item?.sender_item_id ?? '',
  }
}

const event = z.object({
  event_type: z.string(),
  resource: z.object({ payout_batch_id: z.string().optional() }).optional(),
})

/** PayPal itself is asked whether the message is its own, and then how the batch stands. */
async function readWebhook(
  call: Call,
  webhookId: string | undefined,
  { headers, body }: IncomingMessage,
): Promise<Notice | undefined> {
  if (webhookId === undefined) throw new NotGenuine('the webhook id is not configured')
  if (!(await isGenuine(call, webhookId, { headers, body })))
    throw new NotGenuine('the signature does not match')
  const told = event.safeParse(JSON.parse(body))
  const id = told.success ? told.data.resource?.payout_batch_id : undefined
  if (!told.success || id === undefined || !told.data.event_type.startsWith('PAYMENT.PAYOUTS'))
    return undefined
  const notice = await readBatch(call, id)
  return notice && notice.reference !== '' ? notice : undefined
}

const SIGNED_BY = [
  'auth-algo',
  'cert-url',
  'transmission-id',
  'transmission-sig',
  'transmission-time',
] as const

async function isGenuine(
  call: Call,
  webhookId: string,
  { headers, body }: Pick<IncomingMessage, 'headers' | 'body'>,
): Promise<boolean> {
  const signed = SIGNED_BY.map((name) => [name.replaceAll('-', '_'), headers[`paypal-${name}`] ?? ''])
  if (!isJson(body) || signed.some(([, value]) => value === '')) return false
  const head = JSON.stringify({ ...Object.fromEntries(signed), webhook_id: webhookId })
  // The event goes back as it came: the signature is over its bytes.
  const question = `${head.slice(0, -1)},"webhook_event":${body}}`
  const answer = await call('POST', '/v1/notifications/verify-webhook-signature', question)
  const told = z.object({ verification_status: z.string() }).safeParse(answer?.body)
  if (answer === undefined) throw new Error('PayPal could not be asked about a message')
  return answer.status === 200 && told.success && told.data.verification_status === 'SUCCESS'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
