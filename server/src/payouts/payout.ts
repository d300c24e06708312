import type { PayoutId, PurchaseId, WalletId } from '../kit/id.ts'
import type { MethodType } from './payment-method.ts'

export const PAYOUT_STATES = [
  'PENDING',
  'SENDING',
  'SENT',
  'PAID',
  'FAILED',
  'UNKNOWN',
  'RETURNED',
  'CANCELLED',
  'REVERSAL_REQUIRED',
  'REVERSED',
] as const
export type PayoutState = (typeof PAYOUT_STATES)[number]

/** Where a payout's money is: waiting, out with the provider, in the contact's wallet, or back where it came from. */
export type Money = 'CLEARING' | 'PAID_OUT' | 'WALLET' | 'BACK'

/** Who can be asked to pay. PRETEND stands in for those that a business in TEST mode has not configured. */
export type ProviderName = 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND'

export interface Payout {
  readonly tenant: number
  readonly id: PayoutId
  /** The purchase whose spend is paid out; undefined: a contact's own request. */
  readonly purchase: PurchaseId | undefined
  readonly wallet: WalletId
  readonly currency: string
  readonly amount: bigint
  readonly state: PayoutState
  readonly money: Money
  /** Its purchase was voided while nobody could say whether it was paid. */
  readonly isStopped: boolean
  /** The first digits of the card that the purchase was paid with. */
  readonly medium: string | undefined
  readonly wantedMethod: string | undefined
  readonly notes: string | undefined
  /** The number of the try that counts; 0: none yet. */
  readonly attempt: number
  readonly provider: ProviderName | undefined
  readonly methodType: MethodType | undefined
  readonly reason: string | undefined
  /** When somebody looks at it next; undefined: nobody needs to. */
  readonly nextAt: Date | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What a provider says of one reference. */
export type Outcome = 'SENT' | 'PAID' | 'DECLINED' | 'RETURNED' | 'UNKNOWN' | 'NEVER_SEEN'

/** The journal of a payout's money: its purchase's, or its own. */
export function journalOf({ purchase, id }: Pick<Payout, 'purchase' | 'id'>): string {
  return purchase ?? id
}

/** How money moves with a step: out to the provider, back from it, or both for what was returned before it was seen to be sent. */
export type Move = 'OUT' | 'IN' | 'OUT_AND_IN' | 'NONE'

export interface Step {
  readonly state: PayoutState
  readonly move: Move
}

const to = (state: PayoutState, move: Move = 'NONE'): Step => ({ state, move })

type Known = Exclude<Outcome, 'NEVER_SEEN'>

const IN_DOUBT: Readonly<Record<Known, Step>> = {
  SENT: to('SENT', 'OUT'),
  PAID: to('PAID', 'OUT'),
  DECLINED: to('FAILED'),
  RETURNED: to('RETURNED', 'OUT_AND_IN'),
  UNKNOWN: to('UNKNOWN'),
}

const STEPS: Partial<Record<PayoutState, Partial<Record<Known, Step>>>> = {
  SENDING: IN_DOUBT,
  UNKNOWN: IN_DOUBT,
  SENT: { PAID: to('PAID'), DECLINED: to('RETURNED', 'IN'), RETURNED: to('RETURNED', 'IN') },
  PAID: { DECLINED: to('RETURNED', 'IN'), RETURNED: to('RETURNED', 'IN') },
  REVERSAL_REQUIRED: { DECLINED: to('REVERSED', 'IN'), RETURNED: to('REVERSED', 'IN') },
}

/** A payout whose purchase was voided meanwhile is not sent again, and what went out has to come back. */
const STOPPED: Partial<Record<PayoutState, PayoutState>> = {
  SENT: 'REVERSAL_REQUIRED',
  PAID: 'REVERSAL_REQUIRED',
  FAILED: 'CANCELLED',
  RETURNED: 'REVERSED',
}

/** Where news of a provider leads; undefined: it is old news, and nothing changes. */
export function stepAfter(
  { state, isStopped }: Pick<Payout, 'state' | 'isStopped'>,
  outcome: Known,
): Step | undefined {
  const step = STEPS[state]?.[outcome]
  if (!step || !isStopped) return step
  return { ...step, state: STOPPED[step.state] ?? step.state }
}

export const PAYOUT_ACTIONS = [
  'CANCEL',
  'RETRY',
  'MARK_PAID',
  'MARK_FAILED',
  'MARK_RETURNED',
  'CONFIRM_REVERSAL',
] as const
export type PayoutAction = (typeof PAYOUT_ACTIONS)[number]

const UNDER_WAY = ['SENDING', 'SENT', 'PAID', 'UNKNOWN'] as const

/** From which states an action leads somewhere, and in which it was done already. */
export const ACTIONS: Readonly<
  Record<PayoutAction, { readonly from: readonly PayoutState[]; readonly done: readonly PayoutState[] }>
> = {
  CANCEL: { from: ['PENDING', 'FAILED', 'RETURNED'], done: ['CANCELLED'] },
  RETRY: { from: ['PENDING', 'FAILED', 'RETURNED'], done: UNDER_WAY },
  MARK_PAID: { from: ['SENDING', 'UNKNOWN', 'SENT'], done: ['PAID'] },
  MARK_FAILED: { from: ['SENDING', 'UNKNOWN'], done: ['FAILED'] },
  MARK_RETURNED: { from: ['SENT', 'PAID'], done: ['RETURNED'] },
  CONFIRM_REVERSAL: { from: ['REVERSAL_REQUIRED'], done: ['REVERSED'] },
}
