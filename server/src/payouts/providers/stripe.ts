import Stripe from 'stripe'
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

export interface StripeOptions {
  readonly url: string
  readonly secretKey: string
  readonly webhookSecret: string | undefined
  /** The account that pays. */
  readonly financialAccount: string
  readonly answerWithinMs?: number
}

type OutboundPayment = Stripe.V2.MoneyManagement.OutboundPayment

const OUTCOMES: Readonly<Record<string, Result['outcome']>> = {
  processing: 'SENT',
  posted: 'PAID',
  failed: 'DECLINED',
  canceled: 'DECLINED',
  returned: 'RETURNED',
}

/** Pays by outbound payments of Stripe's API v2, through its own library. The reference is idempotency key and metadata. */
export function stripeProvider(options: StripeOptions): PayoutProvider {
  const client = clientFor(options)
  const payments = client.v2.moneyManagement.outboundPayments
  return {
    send: async (payment) => {
      const { to } = payment
      if (to?.type !== 'CARD') return unknown('what is known of the card was erased')
      try {
        return resultOf(
          await payments.create(requestOf(payment, to, options), { idempotencyKey: payment.reference }),
        )
      } catch (error) {
        return resultOfError(error)
      }
    },
    find: async (payment) => {
      try {
        if (payment.providerReference !== undefined) {
          return resultOf(await payments.retrieve(payment.providerReference))
        }
        return await search(payments, payment)
      } catch (error) {
        return unknown(reasonOf(error))
      }
    },
    readWebhook: (message) => readWebhook(client, options.webhookSecret, message),
  }
}

function clientFor({ url, secretKey, answerWithinMs = ANSWER_WITHIN_MS }: StripeOptions): Stripe {
  const { protocol, hostname, port } = new URL(url)
  const isPlain = protocol === 'http:'
  return new Stripe(secretKey, {
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : port,
    protocol: isPlain ? 'http' : 'https',
    timeout: answerWithinMs,
    // Whether to ask again is decided from what is known of the payment, not by the transport.
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

type Card = Extract<NonNullable<Payment['to']>, { type: 'CARD' }>

function requestOf({ reference, amount, purpose }: Payment, card: Card, { financialAccount }: StripeOptions) {
  const currency = amount.currency.toLowerCase()
  return {
    from: { financial_account: financialAccount, currency },
    to: { recipient: card.recipient ?? card.token, payout_method: card.token },
    amount: { value: Number(amount.minor), currency },
    description: purpose,
    metadata: { reference },
  }
}

function resultOf(payment: OutboundPayment): Result {
  const outcome = OUTCOMES[payment.status]
  if (outcome === undefined) return unknown('an answer that is not understood')
  const reason = payment.status_details?.returned?.reason ?? payment.status_details?.failed?.reason
  const told = outcome === 'DECLINED' || outcome === 'RETURNED' ? (reason ?? payment.status) : undefined
  return { outcome, reason: told, providerReference: payment.id }
}

// Refusals of the request itself; everything else says nothing about whether there is a payment.
const SAYS_NO = [400, 402, 404, 422]
// Ours to cure, and no reason to pay the contact in another way.
const OUR_OWN = ['insufficient_funds', 'idempotency_error', 'rate_limit', 'financial_account_not_open']

function resultOfError(error: unknown): Result {
  if (!(error instanceof Stripe.errors.StripeError)) return unknown(reasonOf(error))
  const { statusCode, code } = error
  const kind = error.rawType ?? error.type
  const isOurs = OUR_OWN.some((each) => each === code || each === kind)
  if (isOurs || statusCode === undefined || !SAYS_NO.includes(statusCode)) return unknown(reasonOf(error))
  return { outcome: 'DECLINED', reason: code ?? kind }
}

/** In words of our own: messages of providers may repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Stripe.errors.StripeError)) return 'no answer'
  return error.code ?? (error.statusCode === undefined ? 'no answer' : `status ${error.statusCode}`)
}

const MOST_SEARCHED = 500

/** The API has no search by metadata, but a recipient gets few payments. */
async function search(payments: Stripe['v2']['moneyManagement']['outboundPayments'], payment: Payment) {
  const { to, reference } = payment
  if (to?.type !== 'CARD') return unknown('what is known of the card was erased')
  let seen = 0
  for await (const each of payments.list({ recipient: to.recipient ?? to.token, limit: 100 })) {
    if (each.metadata?.reference === reference) return resultOf(each)
    seen += 1
    if (seen === MOST_SEARCHED) return unknown('too many payments to the recipient to look through')
  }
  return { outcome: 'NEVER_SEEN' as const }
}

const OURS = 'v2.money_management.outbound_payment.'

/** The event names the payment only; its state is asked for, so that late and doubled events do no harm. */
async function readWebhook(
  client: Stripe,
  secret: string | undefined,
  { headers, body }: IncomingMessage,
): Promise<Notice | undefined> {
  if (secret === undefined) throw new NotGenuine('the webhook secret is not configured')
  const event = eventOf(client, secret, { body, signature: headers['stripe-signature'] ?? '' })
  if (!event.type.startsWith(OURS)) return undefined
  const named = 'related_object' in event ? event.related_object : null
  if (!named || !('id' in named) || typeof named.id !== 'string') return undefined
  const payment = await client.v2.moneyManagement.outboundPayments.retrieve(named.id)
  const reference = payment.metadata?.reference
  return reference === undefined ? undefined : { reference, ...resultOf(payment) }
}

function eventOf(client: Stripe, secret: string, { body, signature }: { body: string; signature: string }) {
  try {
    return client.parseEventNotification(body, signature, secret)
  } catch {
    throw new NotGenuine('the signature does not match')
  }
}
