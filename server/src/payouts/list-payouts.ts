import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Attempt, attemptsOf, referencesOf } from './attempts.store.ts'
import type { Payout } from './payout.ts'
import type { FullPayoutReply, PayoutReply } from './payouts.api.ts'
import { countPayouts, type PayoutFilter, pageOfPayouts, payoutById } from './payouts.store.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
}

export async function listPayouts(
  work: Work,
  filter: PayoutFilter,
  { page, size, order, include_total: includeTotal }: ListQuery,
): Promise<Page<PayoutReply>> {
  const rows = await pageOfPayouts(work, filter, { page, size, order })
  const total = includeTotal ? await countPayouts(work, filter) : null
  const references = await referencesOf(work, rows)
  const show = (payout: Payout) => showPayout(payout, references.get(payout.id))
  return pageOf({ page, size, includeTotal }, rows, show, total)
}

export async function getPayout(work: Work, id: string): Promise<FullPayoutReply> {
  const payout = await payoutById(work, id)
  if (!payout) throw notFound('payout', id)
  const attempts = await attemptsOf(work, payout.id)
  const current = attempts.find(({ number }) => number === payout.attempt)
  return { ...showPayout(payout, current?.reference), attempts: attempts.map(showAttempt) }
}

function showPayout(payout: Payout, reference: string | undefined): PayoutReply {
  return {
    id: payout.id,
    state: payout.state,
    amount: wireNumber(payout.amount, payout.currency),
    currency_code: payout.currency,
    wallet_id: payout.wallet,
    purchase_id: payout.purchase ?? null,
    provider: payout.provider ?? null,
    payment_method_type: payout.methodType ?? null,
    money: payout.money,
    is_stopped: payout.isStopped,
    reason: payout.reason ?? null,
    notes: payout.notes ?? null,
    tries: payout.attempt,
    reference: reference ?? null,
    next_attempt_on: payout.nextAt ? epochSeconds(payout.nextAt) : null,
    created_on: epochSeconds(payout.createdAt),
    updated_on: epochSeconds(payout.updatedAt),
  }
}

function showAttempt(attempt: Attempt): FullPayoutReply['attempts'][number] {
  return {
    number: attempt.number,
    reference: attempt.reference,
    provider: attempt.provider,
    payment_method_type: attempt.methodType,
    payment_method_id: attempt.method ?? null,
    file_id: attempt.file ?? null,
    state: attempt.state,
    asked: attempt.asked,
    provider_reference: attempt.providerReference ?? null,
    reason: attempt.reason ?? null,
    asked_on: epochSeconds(attempt.askedAt),
    updated_on: epochSeconds(attempt.updatedAt),
  }
}
