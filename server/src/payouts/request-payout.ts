import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField, missingField, notFound } from '../kit/error.ts'
import { newId, type PayoutId } from '../kit/id.ts'
import { display, least, money, sum } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import {
  bySoonestExpiry,
  contactAccount,
  houseAccount,
  isSpendable,
  type Lot,
  lotsLeft,
  type Movement,
  post,
  saveLots,
} from '../ledger/index.ts'
import { typeNamed } from './add-payment-method.ts'
import { lockWallet } from './move-money.ts'
import { methodById, methodsOf } from './payment-methods.store.ts'
import type { Payout } from './payout.ts'
import type { PayoutBody } from './payouts.api.ts'
import { WalletBalanceTooSmall } from './payouts.errors.ts'
import { insertOwnPayout } from './payouts.store.ts'
import { type OwnedWallet, walletNamed } from './wallet-owner.store.ts'

/** Takes open money out of a wallet, to be paid to a method that its contact registered. It is sent afterwards. */
export async function requestPayout(work: Work, body: PayoutBody): Promise<Payout> {
  const { wallet, method } = await payee(work, body)
  const amount = readPositiveMinor('amount', body.amount, minorDigits(wallet.currency))
  const payout: Payout = {
    tenant: work.actor.tenant,
    id: newId<PayoutId>(),
    purchase: undefined,
    wallet: wallet.id,
    currency: wallet.currency,
    amount,
    state: 'PENDING',
    money: 'CLEARING',
    isStopped: false,
    medium: undefined,
    wantedMethod: method,
    notes: body.notes,
    attempt: 0,
    provider: undefined,
    methodType: undefined,
    reason: undefined,
    nextAt: work.at,
    createdAt: work.at,
    updatedAt: work.at,
  }
  await withdraw(work, payout)
  await insertOwnPayout(work, payout)
  await record(work, 'payout.created', payout.id)
  return payout
}

async function payee(
  work: Work,
  body: PayoutBody,
): Promise<{ readonly wallet: OwnedWallet; readonly method: string }> {
  const { id, type } = body.payment_method
  if (typeNamed(type) === 'WALLET') {
    throw invalidField(
      'payment_method.type',
      type,
      'open money is in the wallet already; a card, PayPal or an account is needed',
    )
  }
  const method = await methodById(work, id)
  if (!method) throw notFound('payment_method', id)
  if (body.wallet_id === undefined) throw missingField('wallet_id', 'the wallet that pays is needed')
  const wallet = await walletNamed(work, body.wallet_id)
  if (!wallet) throw notFound('wallet', body.wallet_id)
  const own = await methodsOf(work, wallet.contact)
  // Of somebody else's method nothing is told, not even what it is.
  if (!own.some((each) => each.id === method.id)) throw notFound('payment_method', id)
  if (method.details.type !== typeNamed(type)) {
    throw invalidField('payment_method.type', type, `the method is of the type ${method.details.type}`)
  }
  return { wallet, method: method.id }
}

/** Out of the open lots, soonest expiry first. What the contact owes stays. */
async function withdraw(work: Work, payout: Payout): Promise<void> {
  const { tenant, wallet: id, currency, amount } = payout
  const locked = await lockWallet(work, payout)
  const debt = -([...locked.values()].find(({ ref }) => ref.kind === 'CONTACT_DEBT')?.balance ?? 0n)
  const lots = (await lotsLeft(work.sql, [{ tenant, id }]))
    .filter((lot) => lot.pool === null && isSpendable(lot, work.at))
    .sort(bySoonestExpiry)
  const available = sum(lots.map(({ remaining }) => remaining)) - debt
  if (amount > available) {
    throw WalletBalanceTooSmall({
      parameters: [
        display(money(amount, currency)),
        display(money(available > 0n ? available : 0n, currency)),
      ],
      detail: `${display(money(amount, currency))} was asked for; the open balance less what is owed is ${display(money(available, currency))}.`,
    })
  }
  const movements = taken(work, { lots, payout })
  await saveLots(work.sql, lots)
  await post(work.sql, [{ id: payout.id, firstLine: 0, at: work.at, movements }], locked)
}

function taken(
  work: Work,
  { lots, payout }: { readonly lots: readonly Lot[]; readonly payout: Payout },
): Movement[] {
  const { tenant, wallet: id, currency } = payout
  const from = contactAccount('CONTACT_OPEN', { tenant, id, currency })
  const organisation = work.actor.business
  const to = houseAccount('PAYOUT_CLEARING', { tenant, organisation, currency, lane: 0 })
  let left = payout.amount
  return lots.flatMap((lot): Movement[] => {
    const amount = least(left, lot.remaining)
    if (amount === 0n) return []
    left -= amount
    lot.remaining -= amount
    return [{ kind: 'PAYOUT_REQUEST', from, to, amount, lot: lot.id }]
  })
}
