import type { Answer, TestServer } from './harness.ts'
import {
  PAYPAL_CLIENT,
  PAYPAL_WEBHOOK_ID,
  STRIPE_KEY,
  STRIPE_WEBHOOK_SECRET,
} from './payout-simulator/index.ts'
import { openShop, type Shop } from './shop.ts'

/** A shop whose spends are paid out, with money in its shoppers' wallets. */
export interface PayoutShop extends Shop {
  /** A shopper whose wallet holds so much. */
  rich(amount?: number): Promise<string>
  /** A purchase of the amount that is paid with wallet money and paid out; answers it. */
  spend(contact: string, amount: number, body?: object): Promise<Answer>
  /** Registers a way to pay the shopper; answers its id. */
  method(contact: string, body: object): Promise<string>
  payout(id: string): Promise<Answer['body']>
  act(id: string, action: string, body?: object): Promise<Answer>
}

export async function openPayoutShop(server: TestServer): Promise<PayoutShop> {
  const shop = await openShop(server)
  const { call } = shop
  await shop.offer({
    award: { kind: 'FIXED', amount: 100 },
    conditions: [{ kind: 'AMOUNT', minimum: '500' }],
  })
  const offered = await call('PUT', `organisations/${shop.merchant}`, {
    settings: { reduction_method: 'BACK_END' },
  })
  if (offered.status !== 200) throw new Error(`set-up failed: ${offered.text}`)
  const done = (answer: Answer): Answer => {
    if (answer.status >= 300) throw new Error(`set-up failed: ${answer.status} ${answer.text}`)
    return answer
  }
  return {
    ...shop,
    rich: async (amount = 100) => {
      const contact = await shop.shopper()
      for (let given = 0; given < amount; given += 100) done(await shop.buy({ contact, total: '500.00' }))
      return contact
    },
    spend: async (contact, amount, body = {}) =>
      done(await shop.buy({ contact, total: '200.00', spend: amount, ...body })),
    method: async (contact, body) =>
      done(await call('POST', `contacts/${contact}/payment_methods`, body)).body.id,
    payout: async (id) => done(await call('GET', `payouts/${id}`)).body,
    act: (id, action, body = {}) => call('PUT', `payouts/${id}/actions`, { action, ...body }),
  }
}

export const card = {
  payment_method_type: 'CARD',
  card: {
    first6: '424242',
    last4: '4242',
    brand: 'VISA',
    gateway_token: [{ token: 'card_1Qx7', alternative_token: 'acct_maria' }],
  },
}
export const paypal = { payment_method_type: 'PAYPAL', paypal: { email: 'maria@example.com' } }
export const account = {
  payment_method_type: 'ACCOUNT_DEBIT',
  account_debit: { iban: 'CY17 0020 0128 0000 0012 0052 7600', account_name: 'Μαρία Πέτρου' },
}

/** A shop whose Stripe and PayPal are the simulator; answers where their messages go. */
export async function openProviderShop(
  server: TestServer,
): Promise<PayoutShop & { readonly stripeMessages: string; readonly paypalMessages: string }> {
  const shop = await openPayoutShop(server)
  const configure = async (body: object): Promise<string> => {
    const made = await shop.call('POST', 'payout_providers', body)
    if (made.status !== 200) throw new Error(`set-up failed: ${made.text}`)
    return `${server.url}${made.body.webhook_path}`
  }
  const stripeMessages = await configure({
    kind: 'STRIPE',
    stripe: { secret_key: STRIPE_KEY, webhook_secret: STRIPE_WEBHOOK_SECRET, financial_account: 'fa_1' },
  })
  const paypalMessages = await configure({
    kind: 'PAYPAL',
    paypal: {
      client_id: PAYPAL_CLIENT.id,
      client_secret: PAYPAL_CLIENT.secret,
      webhook_id: PAYPAL_WEBHOOK_ID,
      environment: 'SANDBOX',
    },
  })
  return { ...shop, stripeMessages, paypalMessages }
}

/** Where the simulator stands in for everybody. */
export function simulated(url: string, answerWithinMs = 400) {
  return { payouts: { urls: { stripe: url, paypalLive: url, paypalSandbox: url }, answerWithinMs } }
}
