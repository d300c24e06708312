import type { Money } from '../kit/money.ts'
import type { MethodDetails } from './payment-method.ts'
import type { Outcome } from './payout.ts'

/** One try to pay, as a provider sees it. */
export interface Payment {
  /** Ours, and the provider's idempotency key: the same for however often it is asked. At most 35 letters, digits and `-`. */
  readonly reference: string
  readonly amount: Money
  /** Whom; undefined: what was known of them was erased meanwhile. */
  readonly to: MethodDetails | undefined
  /** What the contact reads on the statement. */
  readonly purpose: string
  /** The provider's own name for the payment, once it told one. */
  readonly providerReference: string | undefined
  /** How often it was asked to pay, and since when. */
  readonly asked: number
  readonly since: Date
  readonly at: Date
}

/** What a provider says. UNKNOWN: nobody can tell yet. NEVER_SEEN: it certainly does not know the reference. */
export interface Result {
  readonly outcome: Outcome
  readonly reason?: string | undefined
  readonly providerReference?: string | undefined
}

/** What a message told, asked back at the provider: its payload alone is never believed. */
export interface Notice extends Result {
  readonly reference: string
}

export interface IncomingMessage {
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Byte for byte as it came: the signature is over it. */
  readonly body: string
  readonly at: Date
}

/** The message is not the provider's: its signature is missing, wrong or too old. */
export class NotGenuine extends Error {
  override readonly name = 'NotGenuine'
}

/** Pays. What goes wrong on the way is an UNKNOWN result: only an answer of the provider proves that it did not pay. */
export interface PayoutProvider {
  send(payment: Payment): Promise<Result>
  /**
   * What became of the reference. `mayPay`: whether the answer may be got by asking to pay again under the same reference,
   * for providers that cannot be asked otherwise.
   */
  find(payment: Payment, mayPay: boolean): Promise<Result>
  /** The news in a message; undefined: none about payouts. Throws NotGenuine. */
  readWebhook(message: IncomingMessage): Promise<Notice | undefined>
}

/** How long a provider may take to answer. */
export const ANSWER_WITHIN_MS = 20_000

export function unknown(reason: string, providerReference?: string): Result {
  return { outcome: 'UNKNOWN', reason, providerReference }
}
