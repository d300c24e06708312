import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Fault, openPayments, type SimulatedPayment, type Status } from './payments.ts'
import { paypalAnswers, paypalMessage } from './paypal.ts'
import { asked } from './request.ts'
import { type Remembered, stripeAnswers, stripeMessage } from './stripe.ts'

export { type Fault, paidBy, type SimulatedPayment } from './payments.ts'
export { PAYPAL_CLIENT, PAYPAL_WEBHOOK_ID } from './paypal.ts'
export { STRIPE_KEY, STRIPE_WEBHOOK_SECRET } from './stripe.ts'

/** Payout providers that keep what they paid and can be told to misbehave, as the real ones do. */
export interface PayoutSimulator {
  readonly url: string
  readonly payments: readonly SimulatedPayment[]
  /** How often each reference was asked to be paid, answered or not. */
  readonly asks: ReadonlyMap<string, number>
  /** Decides what happens to requests to pay; the number counts the requests for the reference from 1. */
  misbehave(faultOf: (reference: string, number: number) => Fault): void
  /** How long every answer takes. */
  delay(milliseconds: number): void
  /** Is called with each request to pay before anything happens to it. */
  onAsked(listener: (reference: string) => void): void
  /** Moves payments on, as banks do hours later. */
  move(
    match: (payment: SimulatedPayment) => boolean,
    status: Status,
    reason?: string,
  ): readonly SimulatedPayment[]
  /** Sends the message about a payment to an address, signed; answers the status that came back. */
  tell(payment: SimulatedPayment, url: string, change?: (body: string) => string): Promise<number>
  stop(): Promise<void>
}

export async function startPayoutSimulator(port = 0): Promise<PayoutSimulator> {
  const payments = openPayments()
  const remembered: Remembered = new Map()
  const asks = new Map<string, number>()
  let faultOf: (reference: string, number: number) => Fault = () => 'NONE'
  let listener: (reference: string) => void = () => {}
  let delayMs = 0
  let messages = 0

  const faultNow = (reference: string): Fault => {
    const number = (asks.get(reference) ?? 0) + 1
    asks.set(reference, number)
    listener(reference)
    return faultOf(reference, number)
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    if (delayMs > 0) await sleep(delayMs)
    const question = asked(request, response, { body, payments, faultOf: faultNow })
    if (!stripeAnswers(question, remembered) && !paypalAnswers(question)) question.reply(404, {})
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${address.port}`,
    payments: payments.all,
    asks,
    misbehave: (decide) => {
      faultOf = decide
    },
    delay: (milliseconds) => {
      delayMs = milliseconds
    },
    onAsked: (heard) => {
      listener = heard
    },
    move: (match, status, reason) => {
      const moved = payments.all.filter(match)
      for (const payment of moved) Object.assign(payment, { status, reason })
      return moved
    },
    tell: async (payment, url, change = (body) => body) => {
      messages += 1
      const { body, headers } =
        payment.provider === 'STRIPE' ? stripeMessage(payment, messages) : paypalMessage(payment, messages)
      const sent = { ...headers, 'content-type': 'application/json' }
      return (await fetch(url, { method: 'POST', headers: sent, body: change(body) })).status
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
