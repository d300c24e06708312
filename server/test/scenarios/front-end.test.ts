import { afterAll, beforeAll, expect } from 'vitest'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { tenPercent } from '../shop.ts'
import { type Scene, type Speaker, stories } from './story.ts'

// Front-end purchase: the till identifies the contact, keeps the id, asks for a spend and deducts what was spent.

const story = stories({ webhooks: { networks: ['127.0.0.0/8'] } })

let mail: MailServer
beforeAll(async () => {
  mail = await openMailServer()
})
afterAll(() => mail.close())

const MEANS: readonly (readonly [query: string, contact: object])[] = [
  ['phone=99 123456', { phones: [{ country_code: 'CYP', number: '99123456' }] }],
  ['phone=%2B35799123457', { phones: [{ country_code: 'CYP', number: '99123457' }] }],
  ['email_address=Maria@Example.com', { emails: [{ email_address: 'maria@example.com' }] }],
  ['loyalty_identifier=LOY-7', { loyalty_identifiers: [{ identifier: 'LOY-7' }] }],
  // A barcode: whatever the scanner reads.
  ['cim=5291234567890', { loyalty_identifiers: [{ identifier: '5291234567890' }] }],
  ['cim=fp_1a2b3c', { cards: [{ identifier: 'fp_1a2b3c' }] }],
  ['code=C-100', { code: 'C-100' }],
  ['search_value=LOY-8', { loyalty_identifiers: [{ identifier: 'LOY-800' }] }],
]

story(
  'front-end purchase: identified by phone, e-mail, loyalty identifier, barcode, card or code',
  async ({ shop, till }) => {
    await shop.offer(tenPercent)
    for (const [query, contact] of MEANS) {
      const { body: made } = await shop.call('POST', 'contacts', { first_name: 'Maria', ...contact })
      await buysWith(till, query, made.id)
    }
  },
)

story('front-end purchase: identified by the code of the wallet', async ({ shop, till }) => {
  await shop.offer(tenPercent)
  const { body: made } = await shop.call('POST', 'contacts', { first_name: 'Maria' })
  await buysWith(till, `wallet_code=${made.wallet.code}`, made.id)
})

story('front-end purchase: identified by the code that the wallet shows for a minute', async (scene) => {
  const { shop, till, server } = scene
  await shop.offer(tenPercent)
  const { body: businesses } = await shop.call('GET', 'organisations?type=BUSINESS')
  const settings = { dynamic_wallet_code: true }
  await shop.call('PUT', `organisations/${businesses.content[0].id}`, { settings })
  const { body: made } = await shop.call('POST', 'contacts', { first_name: 'Maria' })
  const { body: shown } = await shop.call('GET', `wallets/${made.wallet.id}/code`)
  expect([shown.is_dynamic, shown.code === made.wallet.code]).toEqual([true, false])
  await buysWith(till, `wallet_code=${shown.code}`, made.id)
  const organisation = { venue_tap: { code: 'V1' } }
  const sold = (reference_number: string) =>
    till.call('POST', 'purchases', {
      reference_number,
      contact: { wallet_code: shown.code },
      organisation,
      transaction_amounts: { total: 20 },
    })
  expect((await sold('MINUTE-1')).body).toMatchObject({ rewards: { award: 2 } })
  const returned = await till.call('POST', 'purchases/ad_hoc_return', {
    contact: { wallet_code: shown.code },
    organisation,
    return_amount: 20,
  })
  expect(returned.body).toMatchObject({ amount: 2, unmatched_amount: 0 })
  server.clock.now = new Date(server.clock.now.getTime() + 121_000)
  expect((await sold('MINUTE-2')).body.error).toBe('CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION')
})

/** GET customers, then POST purchases with the id found and a spend; the till deducts what the answer says. */
async function buysWith(till: Speaker, query: string, expected: string): Promise<void> {
  const found = await till.call('GET', `customers?${query}&include_financials=true`)
  expect(found.status).toBe(200)
  expect(found.body.content.map(({ id }: { id: string }) => id)).toEqual([expected])
  expect(found.body.content[0]).toMatchObject({ name: 'M.', financials: { wallet: { balance: 0 } } })
  expect((await till.call('GET', `contacts?${query}&include_financials=true`)).text).toBe(found.text)

  const purchase = {
    contact: { id: expected },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 50 },
    reduction_method: 'FRONT_END',
  }
  const first = await till.call('POST', 'purchases', { reference_number: `${query} 1`, ...purchase })
  expect(first.body.rewards).toEqual({ award: 5, redeem: 0, spend: 0 })
  const spend_request = { amount: 3, restrict_fully_covered: false }
  const second = await till.call('POST', 'purchases', {
    reference_number: `${query} 2`,
    ...purchase,
    spend_request,
  })
  expect(second.body).toMatchObject({ rewards: { award: 4.7, spend: 3 }, amount_due: 47, payout: null })
}

story('nobody found is an empty list, and a purchase of nobody is not found', async ({ till }) => {
  for (const [query] of MEANS) {
    const { status, body } = await till.call('GET', `customers?${query}`)
    expect([status, body.content]).toEqual([200, []])
  }
  const purchase = {
    reference_number: 'F-1',
    contact: { id: '789dacae-cf71-414f-9483-ca88acaa4643' },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 50 },
  }
  const { status, body } = await till.call('POST', 'purchases', purchase)
  expect([status, body.error, body.parameters]).toEqual([
    400,
    'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    ['contact', '789dacae-cf71-414f-9483-ca88acaa4643'],
  ])
})

story('a till sees initials and the end of a phone, and lists nobody unasked', async ({ shop, till }) => {
  const phones = [{ country_code: 'CYP', number: '99123456' }]
  await shop.call('POST', 'contacts', { first_name: 'Maria', last_name: 'Petrou', phones })
  const { body } = await till.call('GET', 'customers?phone=99123456')
  expect(body.content[0]).toMatchObject({ name: 'M. P.', first_name: 'M.', last_name: 'P.' })
  expect(body.content[0].phones[0].number).toMatch(/^\W+456$/)
  expect((await till.call('GET', 'customers')).status).toBe(403)
  const unknown = await till.call('GET', 'customers?phnoe=99123456')
  expect([unknown.status, unknown.body.detail]).toEqual([
    400,
    'phnoe is not a known field; did you mean phone?',
  ])
})

story('the purchase itself may name the contact by any of the means', async ({ shop, till }) => {
  const body = {
    code: 'C-100',
    phones: [{ country_code: 'CYP', number: '99123456' }],
    emails: [{ email_address: 'maria@example.com' }],
    loyalty_identifiers: [{ identifier: 'LOY-7' }],
    cards: [{ identifier: 'fp_1a2b3c' }],
  }
  const { body: made } = await shop.call('POST', 'contacts', body)
  const means = [
    { id: made.id },
    { id: 'C-100' },
    { code: 'C-100' },
    { phone: '99 12 34 56' },
    { email: 'maria@example.com' },
    { loyalty_identifier: 'LOY-7' },
    { cim: 'fp_1a2b3c' },
    { wallet_code: made.wallet.code },
  ]
  for (const [index, contact] of means.entries()) {
    const reference_number = `ANY-${index}`
    const organisation = { venue_tap: { code: 'V1' } }
    const sold = { reference_number, contact, organisation, transaction_amounts: { total: 5 } }
    expect((await till.call('POST', 'purchases', sold)).status).toBe(200)
    expect((await till.call('GET', `purchases/${reference_number}`)).body.contact.id).toBe(made.id)
  }
})

story('a pass that comes with the purchase unlocks its offer', async ({ shop, till }) => {
  await shop.call('POST', 'pass_plans', {
    code: 'WELCOME',
    name: 'Welcome',
    classification: 'PROMOTION',
    maximum_usage: 1,
  })
  await shop.call('POST', 'passes', { pass_plan_id: 'WELCOME', code: 'HI-MARIA1' })
  await shop.offer({
    award: { kind: 'FIXED', amount: 5 },
    conditions: [{ kind: 'PASS', pass_plans: [{ code: 'WELCOME' }] }],
  })
  const contact = await shop.shopper()
  const purchase = {
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 50 },
  }
  const plain = await till.call('POST', 'purchases', { reference_number: 'P-1', ...purchase })
  expect(plain.body.rewards.award).toBe(0)
  const first = await till.call('POST', 'purchases', {
    reference_number: 'P-2',
    ...purchase,
    pass_code: 'HI-MARIA1',
  })
  expect(first.body.rewards.award).toBe(5)
  const again = await till.call('POST', 'purchases', {
    reference_number: 'P-3',
    ...purchase,
    pass: { code: 'HI-MARIA1' },
  })
  expect([again.status, again.body.error]).toEqual([
    400,
    'CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION',
  ])
})

/** What LIVE mode mails, TEST mode shows in its outbox. */
async function codeMailed({ shop, mode }: Scene): Promise<string> {
  const { body } =
    mode === 'TEST' ? await shop.call('GET', 'test_helpers/outbox?channel=EMAIL') : { body: {} }
  const text = mode === 'TEST' ? body.content[0].content : mail.received.at(-1)?.text
  return /\b\d{6}\b/.exec(text ?? '')?.[0] ?? ''
}

story('front-end purchase: the contact proves who they are by a code that they are sent', async (scene) => {
  const { shop } = scene
  const app = await scene.speaker(['tokens:write'])
  const sender = { host: '127.0.0.1', port: mail.port, security: 'NONE', from_address: 'wallet@shop.example' }
  await shop.call('PUT', 'notification_settings', { email: sender })
  const emails = [{ email_address: 'maria@example.com' }]
  const { body: made } = await shop.call('POST', 'contacts', { first_name: 'Maria', emails })
  const sent = await app.call('POST', `contacts/${made.id}/otp`, { method: 'EMAIL' })
  expect([sent.status, sent.body.obfuscated_value]).toEqual([200, 'm···@example.com'])
  const given = { auth_otp: sent.body.auth_otp, code: await codeMailed(scene) }
  const proved = await app.call('POST', `contacts/${made.id}/validate_otp`, given)
  expect([proved.status, proved.body.contact?.id]).toEqual([200, made.id])
  const again = await app.call('POST', `contacts/${made.id}/validate_otp`, given)
  expect([again.status, again.body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'])
})
