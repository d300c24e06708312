import type { Work } from '../db/index.ts'
import { InvalidState, invalidField, notFound } from '../kit/error.ts'
import { methodById } from './payment-methods.store.ts'
import { ACTIONS, type Outcome, type Payout, type PayoutAction } from './payout.ts'
import type { ActionBody } from './payouts.api.ts'
import { amendPayout, payoutById } from './payouts.store.ts'
import { refundOwnPayout } from './refund-payout.ts'
import { holdPayout, type SpendsComeBack, settlePayout } from './settle-payout.ts'
import { contactOfWallet } from './wallet-owner.store.ts'

const TELLS: Partial<Record<PayoutAction, Exclude<Outcome, 'NEVER_SEEN' | 'UNKNOWN' | 'SENT'>>> = {
  MARK_PAID: 'PAID',
  MARK_FAILED: 'DECLINED',
  MARK_RETURNED: 'RETURNED',
  CONFIRM_REVERSAL: 'RETURNED',
}

/** Does what people decide or know. An action that led to the present state changes nothing. */
export async function changePayout(
  work: Work,
  { id, body }: { readonly id: string; readonly body: ActionBody },
  spendsComeBack: SpendsComeBack,
): Promise<void> {
  const known = await payoutById(work, id)
  const payout = known && (await holdPayout(work, known.id))
  if (!payout) throw notFound('payout', id)
  const { action } = body
  if (body.payment_method_id !== undefined && action !== 'RETRY') {
    throw invalidField('payment_method_id', 'sent', 'only RETRY takes a method')
  }
  const { from, done } = ACTIONS[action]
  if (done.includes(payout.state)) return
  if (!from.includes(payout.state)) throw leadsNowhere(payout, action)
  if (action === 'CANCEL') return cancel(work, payout)
  if (action === 'RETRY') return retry(work, payout, body.payment_method_id)
  await tell(work, { payout, body }, spendsComeBack)
}

async function cancel(work: Work, payout: Payout): Promise<void> {
  if (payout.purchase !== undefined) {
    throw InvalidState({
      parameters: ['payout', payout.state],
      detail:
        'The payout is of a purchase: void the purchase and it ends, or RETRY pays it, to the wallet if nowhere else.',
    })
  }
  await refundOwnPayout(work, payout)
}

async function retry(work: Work, payout: Payout, method: string | undefined): Promise<void> {
  if (method === undefined) return amendPayout(work, payout.id, { nextAt: work.at })
  const found = await methodById(work, method)
  const contact = await contactOfWallet(work, payout.wallet)
  if (!found || found.contact !== contact) throw notFound('payment_method', method)
  await amendPayout(work, payout.id, { wantedMethod: found.id, nextAt: work.at })
}

async function tell(
  work: Work,
  { payout, body }: { readonly payout: Payout; readonly body: ActionBody },
  spendsComeBack: SpendsComeBack,
): Promise<void> {
  const { action, reason } = body
  const outcome = TELLS[action]
  if (outcome === undefined) throw leadsNowhere(payout, action)
  const result = { outcome, reason: reason ?? (outcome === 'PAID' ? undefined : action) }
  await settlePayout(work, { payout: payout.id, attempt: payout.attempt, result }, spendsComeBack)
}

function leadsNowhere({ state }: Payout, action: PayoutAction): Error {
  const from = ACTIONS[action].from.join(', ')
  return InvalidState({
    parameters: ['payout', state],
    detail: `The payout is ${state}; ${action} is for one that is ${from}.`,
  })
}
