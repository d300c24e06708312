import type { Work } from '../db/index.ts'
import { base32, type PayoutId } from '../kit/id.ts'
import { money } from '../kit/money.ts'
import { later, MINUTE } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { type Attempt, attemptsOf, currentAttempt, insertAttempt, saveAttempt } from './attempts.store.ts'
import { moveToWallet } from './move-money.ts'
import { type Choice, waysToPay } from './payment-method.ts'
import { methodById, methodsOf } from './payment-methods.store.ts'
import type { Payout, ProviderName } from './payout.ts'
import { claimPayout, savePayout } from './payouts.store.ts'
import type { Payment } from './provider.ts'
import type { ConfiguredProvider } from './provider-settings.ts'
import { providersOf } from './providers.store.ts'
import { recordPaid } from './tell.ts'
import { contactOfWallet } from './wallet-owner.store.ts'

/** Longer than a provider may take to answer: when it is over, whoever asked has ended without telling what came of it. */
export const LEASE_MS = 2 * MINUTE

/** What is to be asked of a provider, after the transaction. */
export interface Question {
  readonly ask: 'SEND' | 'FIND'
  readonly payout: PayoutId
  readonly attempt: number
  readonly provider: ProviderName
  readonly configured: ConfiguredProvider | undefined
  readonly payment: Payment
  /** Whether the provider may be asked to pay again to learn how it stands. */
  readonly mayPay: boolean
}

/**
 * Takes a due payout in hand and writes down what is going to be asked before anybody is asked. Undefined: somebody else has
 * it, or there is nothing to ask, because the wallet was paid at once, a file is waited for, or nobody can pay.
 */
export async function beginAttempt(work: Work, id: PayoutId): Promise<Question | undefined> {
  const payout = await claimPayout(work, id)
  if (!payout) return undefined
  switch (payout.state) {
    case 'PENDING':
    case 'FAILED':
    case 'RETURNED':
      return begin(work, payout)
    case 'SENDING':
    case 'UNKNOWN':
    case 'SENT':
    case 'PAID':
    case 'REVERSAL_REQUIRED':
      return askAbout(work, payout)
    case 'CANCELLED':
    case 'REVERSED':
      await savePayout(work, payout.id, { nextAt: null })
      return undefined
  }
}

async function begin(work: Work, payout: Payout): Promise<Question | undefined> {
  const way = await nextWay(work, payout)
  if (!way) {
    await savePayout(work, payout.id, { state: 'FAILED', reason: 'NO_WAY_TO_PAY', nextAt: null })
    return undefined
  }
  const chosen = { provider: way.provider, methodType: way.type }
  if (way.provider === 'SEPA') {
    // The file takes it: a payout that was declined elsewhere waits like a new one.
    await savePayout(work, payout.id, { ...chosen, state: 'PENDING', reason: null, nextAt: null })
    return undefined
  }
  if (way.provider === 'WALLET') {
    await payToWallet(work, payout, way)
    return undefined
  }
  const attempt = await newAttempt(work, { payout, way, state: 'ASKED' })
  const nextAt = later(work.at, LEASE_MS)
  await savePayout(work, payout.id, {
    ...chosen,
    state: 'SENDING',
    attempt: attempt.number,
    reason: null,
    nextAt,
  })
  return questionOf(work, { payout, attempt, ask: 'SEND' })
}

/** The way to try now: the first that has not failed, or the first again when somebody asked for another try. */
async function nextWay(work: Work, payout: Payout): Promise<Choice | undefined> {
  const ways = await waysOf(work, payout)
  return (await untried(work, payout, ways)) ?? ways[0]
}

export async function waysOf(work: Work, payout: Payout): Promise<readonly Choice[]> {
  const contact = await contactOfWallet(work, payout.wallet)
  const configured = await providersOf(work)
  return waysToPay({
    medium: payout.medium,
    wanted: payout.wantedMethod,
    methods: contact === undefined ? [] : await methodsOf(work, contact),
    providers: new Map(configured.map(({ settings, state }) => [settings.kind, state])),
    mode: work.actor.mode,
    currency: payout.currency,
  })
}

/** The first way that was not declined or returned yet. */
export async function untried(
  work: Work,
  payout: Payout,
  ways: readonly Choice[],
): Promise<Choice | undefined> {
  const failed = (await attemptsOf(work, payout.id)).filter(
    ({ state }) => state === 'DECLINED' || state === 'RETURNED',
  )
  return ways.find(
    ({ type, method }) => !failed.some((each) => each.methodType === type && each.method === method?.id),
  )
}

interface NewAttempt {
  readonly payout: Payout
  readonly way: Choice
  readonly state: Attempt['state']
  readonly file?: string
}

export async function newAttempt(work: Work, { payout, way, state, file }: NewAttempt): Promise<Attempt> {
  const number = payout.attempt + 1
  const attempt: Attempt = {
    payout: payout.id,
    number,
    // As short as banks take it, and of letters and digits that all of them take.
    reference: `${base32(payout.id.replaceAll('-', ''))}-${number}`,
    provider: way.provider,
    methodType: way.type,
    method: way.method?.id,
    file,
    state,
    asked: 1,
    providerReference: undefined,
    reason: undefined,
    askedAt: work.at,
    firstAskedAt: work.at,
    updatedAt: work.at,
  }
  await insertAttempt(work, attempt)
  return attempt
}

/** Nobody outside has to be asked: the money is in the wallet with this transaction. */
async function payToWallet(work: Work, payout: Payout, way: Choice): Promise<void> {
  const { number } = await newAttempt(work, { payout, way, state: 'PAID' })
  await moveToWallet(work, payout)
  await savePayout(work, payout.id, {
    state: 'PAID',
    money: 'WALLET',
    attempt: number,
    provider: 'WALLET',
    methodType: 'WALLET',
    reason: null,
    nextAt: null,
  })
  await recordPaid(work, payout.id)
}

async function askAbout(work: Work, payout: Payout): Promise<Question | undefined> {
  const attempt = await currentAttempt(work, payout)
  // A file is answered by people, not by a question.
  if (!attempt || attempt.provider === 'SEPA' || attempt.provider === 'WALLET') {
    await savePayout(work, payout.id, { nextAt: null })
    return undefined
  }
  const isLost = payout.state === 'SENDING'
  if (isLost)
    await saveAttempt(work, attempt, { state: 'UNKNOWN', reason: 'whoever asked ended before the answer' })
  const nextAt = later(work.at, LEASE_MS)
  await savePayout(work, payout.id, isLost ? { state: 'UNKNOWN', nextAt } : { nextAt })
  return questionOf(work, { payout, attempt, ask: 'FIND' })
}

export async function questionOf(
  work: Work,
  {
    payout,
    attempt,
    ask,
  }: { readonly payout: Payout; readonly attempt: Attempt; readonly ask: Question['ask'] },
): Promise<Question> {
  const configured = (await providersOf(work)).find(({ settings }) => settings.kind === attempt.provider)
  const method = attempt.method === undefined ? undefined : await methodById(work, attempt.method)
  const { name } = await readBusiness(work.db, work.actor.tenant)
  return {
    ask,
    payout: payout.id,
    attempt: attempt.number,
    provider: attempt.provider,
    configured,
    // A payout that was stopped, or was taken by the provider before, is asked about without any chance of paying it.
    mayPay: !payout.isStopped && (payout.state === 'SENDING' || payout.state === 'UNKNOWN'),
    payment: {
      reference: attempt.reference,
      amount: money(payout.amount, payout.currency),
      to: method?.details,
      purpose: `Cashback ${name}`,
      providerReference: attempt.providerReference,
      asked: attempt.asked,
      since: attempt.firstAskedAt,
      at: work.at,
    },
  }
}
