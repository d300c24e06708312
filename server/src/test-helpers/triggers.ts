import type { EventType } from '../events/index.ts'
import type { Stage } from './stage.ts'

/** Lets one event happen. */
type Happening = (stage: Stage, since: string) => Promise<unknown>

export interface Trigger {
  /** For people. */
  readonly happens: string
  /** Left out: it does not happen within a request. */
  readonly run?: Happening
}

const award = 'A contact is registered and buys for 20.00 at 10 per cent.'
const spends = { total: '10.00', spend: '1.00' }

/** How each event is made to happen: by the calls that an integrator would make. */
export const TRIGGERS_OF: Readonly<Record<EventType, Trigger>> = {
  'contact.created': { happens: 'A contact is registered.', run: (stage) => stage.contact() },
  'contact.updated': {
    happens: 'A contact is registered and gets another language.',
    run: async (stage) => {
      const { id } = await stage.contact()
      await stage.ask('updateContact', { params: { id }, body: { language_code: 'el' } })
    },
  },
  'contact.merged': {
    happens: 'Two contacts are registered and merged.',
    run: async (stage) => {
      const [{ id }, other] = [await stage.contact(), await stage.contact()]
      await stage.ask('mergeContacts', { params: { id }, body: { contact_id: other.id } })
    },
  },
  'contact.erased': {
    happens: 'A contact is registered and erased.',
    run: async (stage) => {
      const { id } = await stage.contact()
      await stage.ask('eraseContact', { params: { id }, body: {} })
    },
  },
  'scheme.joined': {
    happens: 'A contact is registered and joins a scheme.',
    run: async (stage) => {
      const { id } = await stage.contact()
      const scheme = await stage.scheme()
      await stage.ask('changeContactMembership', { params: { id }, body: { reward_scheme_id: scheme } })
    },
  },
  'purchase.posted': { happens: award, run: (stage) => stage.buyer() },
  'reward.awarded': { happens: award, run: (stage) => stage.buyer() },
  'wallet.changed': { happens: award, run: (stage) => stage.buyer() },
  'reward.spent': {
    happens: `${award} Then they buy again and spend 1.00 of it.`,
    run: async (stage) => stage.buy({ contact: (await stage.buyer()).contact, ...spends }),
  },
  'purchase.cancelled': { happens: `${award} The purchase is voided.`, run: cancelled },
  'reward.reversed': { happens: `${award} The purchase is voided.`, run: cancelled },
  'purchase.returned': {
    happens: `${award} Goods for 5.00 come back.`,
    run: async (stage) => {
      const { id } = await stage.buyer()
      await stage.ask('returnGoods', { params: { id }, body: { return_amount: '5.00' } })
    },
  },
  'reward.expired': {
    happens: 'A contact is registered and gets 1.00 that is over within two seconds.',
    run: async (stage) => {
      const { wallet } = await stage.contact()
      const over = stage.inSeconds(1)
      await stage.credit(wallet, { amount: '1.00', expires_on: over })
      await stage.waitUntil(over)
      await stage.moveMoney()
    },
  },
  'purchase.claimed': {
    happens: 'Somebody unknown buys for 7.00, and a contact claims the receipt.',
    run: async (stage) => {
      const { receipt } = await stage.buy({ total: '7.00' })
      await stage.claim(String(receipt.qr))
    },
  },
  'claim.held': {
    happens: 'A contact claims a receipt that no till has sent.',
    run: (stage) => unseen(stage),
  },
  'claim.refused': {
    happens: 'A contact claims a receipt that no till has sent, and it is refused.',
    run: async (stage) => {
      const id = await unseen(stage)
      await stage.ask('decideClaim', { params: { id }, body: { action: 'REFUSE', reason: 'A test.' } })
    },
  },
  'payout.created': {
    happens: 'A contact spends 1.01, which is paid out to them.',
    run: (stage) => paidOut(stage, '1.01'),
  },
  'payout.paid': {
    happens: 'A contact spends 1.01, which is paid out to them.',
    run: (stage) => paidOut(stage, '1.01'),
  },
  'payout.failed': {
    happens: 'A contact spends 1.07, which the provider declines to pay out.',
    run: (stage) => paidOut(stage, '1.07'),
  },
  'token.blocked': { happens: 'A till types five wrong codes for a contact.', run: guessed },
  'till.blocked': { happens: 'A till types five wrong codes for a contact.', run: guessed },
  'order.created': { happens: 'A contact orders for 5.00.', run: (stage) => stage.order() },
  'order.started': {
    happens: 'A contact orders for 5.00, and the order is started.',
    run: async (stage) => stage.act(await stage.order(), 'START_PROGRESS'),
  },
  'order.ready': {
    happens: 'A contact orders for 5.00, and the order is started and is ready.',
    run: async (stage) => {
      const id = await stage.order()
      const ready = await stage.orderStage({ code: 'READY', name: 'Ready' })
      await stage.ask('updateOrder', { params: { id }, body: { stage_id: ready } })
    },
  },
  'order.updated': {
    happens: 'A contact orders for 5.00, the order is started and moved to another stage.',
    run: async (stage) => {
      const id = await stage.order()
      await stage.act(id, 'START_PROGRESS')
      await stage.ask('updateOrder', { params: { id }, body: { stage_id: await stage.orderStage() } })
    },
  },
  'order.completed': {
    happens: 'A contact orders for 5.00, and the order is started and completed.',
    run: async (stage) => {
      const id = await stage.order()
      await stage.act(id, 'START_PROGRESS')
      await stage.act(id, 'COMPLETE')
    },
  },
  'order.cancelled': {
    happens: 'A contact orders for 5.00, and the order is cancelled.',
    run: async (stage) => {
      const reason = await stage.first('listOrderCancellationReasons')
      await stage.act(await stage.order(), 'CANCEL', { cancellation_reason_id: reason })
    },
  },
  'products.synchronised': {
    happens: 'One product is synchronised.',
    run: async (stage, since) => {
      const products = [{ sku: 'TRIGGERS', name: 'Coffee' }]
      await stage.ask('synchroniseProducts', { body: { products } })
      await stage.until('products.synchronised', since)
    },
  },
  'webhook_endpoint.paused': {
    happens: 'An endpoint has failed for five days: let one of yours answer 500, and move the clock.',
  },
}

async function cancelled(stage: Stage): Promise<void> {
  const { id } = await stage.buyer()
  await stage.ask('cancelPurchase', { params: { id }, body: {} })
}

/** Answers the id of the claim. */
async function unseen(stage: Stage): Promise<string> {
  const { receipt, reference } = await stage.buy({ total: '7.00' })
  return stage.claim(String(receipt.qr).replace(reference, `${reference}-X`))
}

async function paidOut(stage: Stage, spend: string): Promise<void> {
  const { id, wallet } = await stage.contact()
  // Not of the id, whose digits now and then pass for a card number's.
  const paypal = { email: 'payee@triggers.example' }
  await stage.ask('createPaymentMethod', { params: { id }, body: { payment_method_type: 'PAYPAL', paypal } })
  await stage.credit(wallet, { amount: '9.00' })
  await stage.buy({ contact: id, total: '30.00', spend, reduction_method: 'BACK_END' })
  await stage.moveMoney()
}

/** By a till of its own, so that the one that asks can go on. */
async function guessed(stage: Stage): Promise<void> {
  const { id } = await stage.contact()
  const { value } = await stage.ask('createSpendToken', { params: { id }, body: { intent: 'SPEND' } })
  const till = await stage.anotherTill()
  for (let guess = 1; guess <= 5; guess++) {
    const otp = String((Number(value) + guess) % 1_000_000).padStart(6, '0')
    await stage.buyRefused({ otp, total: '5.00', till })
  }
}
