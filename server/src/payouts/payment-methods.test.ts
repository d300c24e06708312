import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { account, card, openPayoutShop, type PayoutShop, paypal } from '../../test/payout-shop.ts'
import { erasePaymentMethods } from './index.ts'

let server: TestServer
let shop: PayoutShop
beforeAll(async () => {
  server = await startServer()
  shop = await openPayoutShop(server)
})
afterAll(() => server.stop())

const path = (contact: string, method = '') => `contacts/${contact}/payment_methods${method && `/${method}`}`
const list = async (contact: string) => (await shop.call('GET', path(contact))).body.content

describe('payment methods', () => {
  test('are shown with enough to recognise them and too little to use them', async () => {
    const maria = await shop.shopper()
    await shop.method(maria, card)
    await shop.method(maria, paypal)
    await shop.method(maria, account)
    expect(await list(maria)).toMatchObject([
      {
        payment_method_type: 'CARD',
        is_primary: true,
        card: { first6: '424242', last4: '4242', brand: 'VISA' },
      },
      { payment_method_type: 'PAYPAL', is_primary: false, paypal: { email: 'm…@example.com' } },
      { payment_method_type: 'ACCOUNT', account_debit: { iban: 'CY17…7600', account_name: 'Μαρία Πέτρου' } },
    ])
    const { text } = await shop.call('GET', path(maria))
    expect(text).not.toMatch(/card_1Qx7|acct_maria|maria@|00200128/)
  })

  test('have one that is preferred: the first, until another is', async () => {
    const maria = await shop.shopper()
    const first = await shop.method(maria, card)
    const second = await shop.method(maria, paypal)
    expect((await shop.call('PUT', path(maria, second), { is_primary: true })).status).toBe(200)
    const preferred = (await list(maria)).map((each: { id: string; is_primary: boolean }) => [
      each.id,
      each.is_primary,
    ])
    expect(preferred).toEqual([
      [second, true],
      [first, false],
    ])
  })

  test('preferred by many at once are preferred one at a time', async () => {
    const maria = await shop.shopper()
    const ids = [
      await shop.method(maria, card),
      await shop.method(maria, paypal),
      await shop.method(maria, account),
    ]
    const answers = await Promise.all(
      [...ids, ...ids, ...ids].map((id) => shop.call('PUT', path(maria, id), { is_primary: true })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(200))
    expect((await list(maria)).filter((each: { is_primary: boolean }) => each.is_primary)).toHaveLength(1)
  })

  test('registered twice are one', async () => {
    const maria = await shop.shopper()
    expect(await shop.method(maria, paypal)).toBe(await shop.method(maria, paypal))
  })

  test.each<[string, object, string]>([
    ['a number for the first digits', { card: { ...card.card, first6: '4242424242424242' } }, 'card.first6'],
    [
      'a number for a token',
      { card: { ...card.card, gateway_token: [{ token: '4242 4242 4242 4242' }] } },
      'card.gateway_token.0.token',
    ],
    ['a number in the name', { name: '4242-4242-4242-4242' }, 'name'],
    ['a number in the notes', { notes: 'her card is 378282246310005' }, 'notes'],
    [
      'digits that are no number, for a token',
      { card: { ...card.card, gateway_token: [{ token: '4242424242424241' }] } },
      'card.gateway_token[0].token',
    ],
  ])('never hold a card number: %s is refused and not repeated', async (_, change, field) => {
    const maria = await shop.shopper()
    const refused = await shop.call('POST', path(maria), { ...card, ...change })
    expect(refused.body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
      field_errors: [{ path: field }],
    })
    expect(refused.text.replaceAll(/[ -]/g, '')).not.toMatch(/4242424242|378282246/)
    expect(await list(maria)).toEqual([])
  })

  test('a card number as a field of its own is not known', async () => {
    const maria = await shop.shopper()
    const refused = await shop.call('POST', path(maria), {
      ...card,
      card: { ...card.card, number: '4242424242424242' },
    })
    expect(refused.body.field_errors).toMatchObject([{ path: 'card.number', code: 'unknown_field' }])
    expect(refused.text).not.toContain('4242424242424242')
  })

  test.each<[string, object, string]>([
    [
      'a mistyped IBAN',
      { ...account, account_debit: { ...account.account_debit, iban: 'CY17002001280000001200527601' } },
      'account_debit.iban',
    ],
    [
      'an account without a holder',
      { ...account, account_debit: { iban: 'CY17002001280000001200527600' } },
      'account_debit.account_name',
    ],
    ['a card without a card', { payment_method_type: 'CARD' }, 'card'],
    ['PayPal with a card', { ...paypal, card: card.card }, 'card'],
    [
      'PayPal without an address',
      { payment_method_type: 'PAYPAL', paypal: { email: 'maria' } },
      'paypal.email',
    ],
  ])('are refused: %s', async (_, body, field) => {
    const refused = await shop.call('POST', path(await shop.shopper()), body)
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, field])
  })

  test('that are deleted are gone from the table, unless a payout is on its way to them', async () => {
    const maria = await shop.rich()
    const id = await shop.method(maria, card)
    const { body } = await shop.spend(maria, 20.02)
    await server.sendPayouts()
    const refused = await shop.call('DELETE', path(maria, id))
    expect(refused.body).toMatchObject({ error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION' })
    expect(refused.body.detail).toContain(body.payout.id)
    await shop.act(body.payout.id, 'MARK_PAID')
    expect((await shop.call('DELETE', path(maria, id))).status).toBe(200)
    const left = await server.database.query
      .selectFrom('payment_methods')
      .select('id')
      .where('id', '=', id)
      .execute()
    expect(left).toEqual([])
  })

  test('of a contact are erased together', async () => {
    const maria = await shop.shopper()
    await shop.method(maria, card)
    await shop.method(maria, paypal)
    const found = await shop.call('GET', `contacts/${maria}`)
    await shop.work((work) => erasePaymentMethods(work, found.body.id))
    expect(await list(maria)).toEqual([])
  })

  test('of another business are not found', async () => {
    const maria = await shop.shopper()
    const id = await shop.method(maria, card)
    const other = await openPayoutShop(server)
    const eve = await other.shopper()
    const refused = await other.call('PUT', path(eve, id), { is_primary: true })
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['payment_method', id],
    })
  })
})

describe('payout providers', () => {
  const stripe = {
    kind: 'STRIPE',
    stripe: {
      secret_key: 'sk_test_verysecret1',
      webhook_secret: 'whsec_alsosecret',
      financial_account: 'fa_1',
    },
  }

  test('are configured with secrets that are never read back, nor stored in clear', async () => {
    const { call } = await openPayoutShop(server)
    const made = await call('POST', 'payout_providers', stripe)
    expect(made.body).toMatchObject({
      kind: 'STRIPE',
      secrets: ['secret_key', 'webhook_secret'],
      stripe: { financial_account: 'fa_1' },
    })
    expect(made.body.webhook_path).toBe(`/webhooks/payouts/${made.body.id}`)
    const listed = await call('GET', 'payout_providers')
    expect(made.text + listed.text).not.toMatch(/verysecret|alsosecret/)
    const [row] = await server.database.query
      .selectFrom('payout_providers')
      .selectAll()
      .where('id', '=', made.body.id)
      .execute()
    expect(JSON.stringify(row) + String(row?.secrets)).not.toMatch(/verysecret|alsosecret/)
  })

  test('keep the secrets that a change leaves out', async () => {
    const { call } = await openPayoutShop(server)
    await call('POST', 'payout_providers', stripe)
    const changed = await call('PUT', 'payout_providers/STRIPE', { stripe: { financial_account: 'fa_2' } })
    expect(changed.body).toMatchObject({
      stripe: { financial_account: 'fa_2' },
      secrets: ['secret_key', 'webhook_secret'],
    })
    expect((await call('DELETE', 'payout_providers/STRIPE')).status).toBe(200)
    expect((await call('GET', 'payout_providers')).body.content).toEqual([])
  })

  test.each<[string, object, string]>([
    [
      'a live key in TEST mode',
      { kind: 'STRIPE', stripe: { secret_key: 'sk_live_real0000', financial_account: 'fa_1' } },
      'stripe.secret_key',
    ],
    [
      'live PayPal in TEST mode',
      { kind: 'PAYPAL', paypal: { client_id: 'client-1', client_secret: 'secret-1', environment: 'LIVE' } },
      'paypal.environment',
    ],
    ['Stripe without a key', { kind: 'STRIPE', stripe: { financial_account: 'fa_1' } }, 'stripe.secret_key'],
    [
      'SEPA with a mistyped IBAN',
      { kind: 'SEPA', sepa: { name: 'Shop', iban: 'CY17002001280000001200527601' } },
      'sepa.iban',
    ],
    ['SEPA with settings of PayPal', { kind: 'SEPA', paypal: { environment: 'SANDBOX' } }, 'paypal'],
  ])('are refused: %s', async (_, body, field) => {
    const { call } = await openPayoutShop(server)
    const refused = await call('POST', 'payout_providers', body)
    expect([refused.status, refused.body.field_errors?.[0].path]).toEqual([400, field])
    expect(refused.text).not.toContain('real0000')
  })

  test('need a scope of their own', async () => {
    const { body } = await shop.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['payouts:read', 'payouts:write'],
    })
    const refused = await shop.call('GET', 'payout_providers', undefined, { api_key: body.key })
    expect(refused.status).toBe(403)
  })
})
