import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { base32, newId } from '../kit/id.ts'
import { money } from '../kit/money.ts'
import { readBusiness } from '../organisations/index.ts'
import type { MethodName } from './change-payment-method.ts'
import { type PaymentMethod, waysToPay } from './payment-method.ts'
import type { MethodTrial } from './payment-methods.api.ts'
import { methodById, methodsOf } from './payment-methods.store.ts'
import { pretendProvider } from './providers/pretend.ts'
import { providersOf } from './providers.store.ts'

/**
 * Nothing at all is paid out, by the provider that pretends: tells whether the business could pay by the method. No money moves and no
 * payout is kept; in LIVE mode providers take no payment of nothing, so that nothing would be proved.
 */
export async function tryMethod(work: Work, named: MethodName): Promise<MethodTrial> {
  const method = await methodOf(work, named)
  if (work.actor.mode === 'LIVE') {
    throw InvalidState({
      parameters: ['payment_method', method.id, 'LIVE'],
      detail: 'A payout of 0.00 is for test data: providers take none of real money.',
    })
  }
  const { currency } = await readBusiness(work.db, work.actor.tenant)
  const told = { amount: 0, currency_code: currency }
  if (!(await canBePaid(work, method, currency))) {
    return { ...told, outcome: 'NO_WAY_TO_PAY', reason: 'nobody is configured who pays by it' }
  }
  const { outcome, reason } = await pretendProvider.send({
    reference: base32(newId().replaceAll('-', '')),
    amount: money(0n, currency),
    to: method.details,
    purpose: 'Test',
    providerReference: undefined,
    asked: 1,
    since: work.at,
    at: work.at,
  })
  return { ...told, outcome: outcome === 'PAID' ? 'PAID' : 'DECLINED', reason: reason ?? null }
}

async function canBePaid(work: Work, method: PaymentMethod, currency: string): Promise<boolean> {
  const configured = await providersOf(work)
  const ways = waysToPay({
    medium: undefined,
    wanted: method.id,
    methods: await methodsOf(work, method.contact),
    providers: new Map(configured.map(({ settings, state }) => [settings.kind, state])),
    mode: work.actor.mode,
    currency,
  })
  return ways.length > 0
}

async function methodOf(work: Work, { contact: name, method: id }: MethodName): Promise<PaymentMethod> {
  const contact = await getContact(work, name)
  const method = await methodById(work, id)
  if (!method || method.contact !== contact.id) throw notFound('payment_method', id)
  return method
}
