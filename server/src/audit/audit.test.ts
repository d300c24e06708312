import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { newName, PASSWORD, type StaffedBusiness, staffedBusiness } from '../../test/staff.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'
import { forgetActs, verifyLog } from './index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const logOf = async ({ owner }: StaffedBusiness, query = '') =>
  (await owner.call('GET', `audit_log?size=100&${query}`)).body.content
const proofOf = ({ actor }: StaffedBusiness) => verifyLog(server.database.query, actor.tenant)

describe('an act', () => {
  test('of staff is written with who, what, before and after, from where and when', async () => {
    const shop = await staffedBusiness(server)
    const made = await shop.owner.call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Cafe',
      code: 'CAFE',
    })
    const changed = await shop.owner.call('PUT', 'organisations/CAFE', { name: 'Café' })
    const [act, before] = await logOf(shop)
    expect(act).toEqual({
      number: before.number + 1,
      date: epochSeconds(server.clock.now),
      by: { kind: 'USER', id: shop.owner.id, name: shop.owner.username },
      operation: 'updateOrganisation',
      target_id: made.body.id,
      changes: [{ field: 'name', before: 'Cafe', after: 'Café' }],
      address: '127.0.0.1',
      request_id: changed.headers['request-id'],
    })
    expect(before).toMatchObject({ operation: 'createOrganisation', target_id: made.body.id })
    expect(before.changes).toContainEqual({ field: 'code', after: 'CAFE' })
  })

  test('of a key is written where it configures something, and not where it sells', async () => {
    const shop = await staffedBusiness(server)
    const by = (path: string, body: object) => ask(server.url, shop.key, { method: 'POST', path, body })
    await by('organisations', { type: 'MERCHANT', name: 'A', code: 'A', taps: [{ code: 'A-1' }] })
    await by('contacts', { code: 'C' })
    const sold = await by('purchases', {
      reference_number: '1',
      contact: { code: 'C' },
      organisation: { merchant_tap: { code: 'A-1' } },
      transaction_amounts: { total: 10 },
    })
    expect(sold.status).toBe(200)
    await by(`purchases/${sold.body.id}/cancel`, {})
    const acts = await logOf(shop, 'by_kind=KEY')
    expect(acts).toHaveLength(1)
    expect(acts[0]).toMatchObject({ operation: 'createOrganisation', by: { name: 'test' } })
  })

  test('of a key on a contact’s preferences is none; on the limits of wallets it is', async () => {
    const shop = await staffedBusiness(server)
    const by = async (method: string, path: string, body: object) => {
      const { status, text } = await ask(server.url, shop.key, { method, path, body })
      expect(status, text).toBeLessThan(300)
    }
    await by('POST', 'contacts', { code: 'C' })
    await by('PUT', 'contacts/C/communication_preferences', { email_opt_out: true })
    expect(await logOf(shop, 'by_kind=KEY')).toEqual([])
    await by('PUT', 'wallet_limits', { rules: [] })
    const [act] = await logOf(shop, 'by_kind=KEY')
    expect(act.operation).toBe('setDefaultWalletLimits')
  })

  test('of staff on a pass tells no value of it', async () => {
    const shop = await staffedBusiness(server)
    await shop.owner.call('POST', 'pass_plans', { name: 'Ten coffees', code: 'TEN' })
    const made = await shop.owner.call('POST', 'passes', { pass_plan_id: 'TEN', code: 'TEN-1' })
    const acts = await logOf(shop, 'operation=createPasses')
    for (const { changes } of acts)
      for (const change of changes) expect(Object.keys(change)).toEqual(['field'])
    expect([made.status < 300, acts.length], made.text).toEqual([true, 1])
  })

  test('that was refused is not there, nor one that is answered from its idempotency key', async () => {
    const shop = await staffedBusiness(server)
    const body = { type: 'MERCHANT', name: 'A', code: 'A' }
    const make = (key: string) =>
      ask(server.url, shop.owner.token, {
        method: 'POST',
        path: 'organisations',
        body,
        headers: { 'idempotency-key': key },
      })
    expect((await make('one')).status).toBe(200)
    expect((await make('one')).headers['idempotent-replayed']).toBe('true')
    expect((await make('two')).status).toBe(400)
    expect(await logOf(shop, 'operation=createOrganisation')).toHaveLength(1)
  })

  test('of many at once is written for each, with numbers without gaps', async () => {
    const shop = await staffedBusiness(server)
    const many = Array.from({ length: 20 }, (_, n) => `M${n}`)
    await Promise.all(
      many.map((code) => shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: code, code })),
    )
    const numbers = (await logOf(shop)).map(({ number }: { number: number }) => number)
    expect(numbers).toEqual(numbers.map((_: number, place: number) => numbers[0] - place))
    expect(numbers.length).toBeGreaterThanOrEqual(20)
    expect((await proofOf(shop)).broken).toEqual([])
  })

  test('on a contact tells which fields changed and no value', async () => {
    const shop = await staffedBusiness(server)
    const { body } = await shop.owner.call('POST', 'contacts', { code: 'C', first_name: 'Xanthippe' })
    await shop.owner.call('PUT', `contacts/${body.id}`, { first_name: 'Yolanda' })
    const acts = await logOf(shop, `target_id=${body.id}`)
    expect(acts.map(({ operation }: { operation: string }) => operation)).toEqual([
      'updateContact',
      'createContact',
    ])
    expect(acts[0].changes).toContainEqual({ field: 'first_name' })
    expect(JSON.stringify(acts)).not.toMatch(/Xanthippe|Yolanda/)
    await shop.owner.call('POST', `contacts/${body.id}/erase`, {})
    for (const act of await logOf(shop, `target_id=${body.id}`)) {
      if (act.operation !== 'eraseContact') expect(act.changes).toBeNull()
    }
    expect((await proofOf(shop)).broken).toEqual([])
  })
})

describe('the log', () => {
  test('has no secret in it: keys, passwords, invitations, secrets of webhooks, mail and payout providers', async () => {
    const shop = await staffedBusiness(server)
    const { owner } = shop
    const key = await owner.call('POST', 'api_keys', { name: 'x', scopes: ['*'] })
    const rolled = await owner.call('POST', `api_keys/${key.body.id}/roll`, {})
    const invited = await owner.call('POST', 'users', { username: newName(), role: 'CLERK' })
    const hook = await owner.call('POST', 'webhook_endpoints', { url: 'https://example.com/hook' })
    const turned = await owner.call('POST', `webhook_endpoints/${hook.body.id}/rotate_secret`, {})
    await owner.call('PUT', 'users/me/password', {
      current_password: PASSWORD,
      new_password: 'purple stapler window',
    })
    const email = {
      host: '127.0.0.1',
      port: 25,
      security: 'STARTTLS',
      from_address: 'a@shop.example',
      from_name: 'A',
    }
    const mail = await owner.call('PUT', 'notification_settings', {
      email: { ...email, username: 'post', password: 'hush-1' },
    })
    const payer = await owner.call('POST', 'payout_providers', {
      kind: 'STRIPE',
      stripe: { secret_key: 'sk_test_hush', webhook_secret: 'whsec_hush', financial_account: 'fa_1' },
    })
    expect([mail.status, payer.status], mail.text + payer.text).toEqual([200, 200])
    const secrets = [
      key.body.key,
      rolled.body.key,
      invited.body.invitation,
      hook.body.secret,
      turned.body.secret,
      PASSWORD,
      'purple stapler window',
      'hush',
    ]
    const log = JSON.stringify(await logOf(shop))
    const kept = JSON.stringify(
      await server.database.query.selectFrom('audit_log').select('changes').execute(),
    )
    for (const secret of secrets) {
      expect(secret).toEqual(expect.any(String))
      expect(log).not.toContain(secret)
      expect(kept).not.toContain(secret)
    }
    for (const operation of [
      'createApiKey',
      'rollApiKey',
      'createUser',
      'createWebhookEndpoint',
      'changeOwnPassword',
    ])
      expect(log).toContain(operation)
  })

  test('is read in pages and by who, what, which and when', async () => {
    const shop = await staffedBusiness(server)
    const manager = await shop.add('MANAGER')
    const { body } = await manager.call('POST', 'organisations', { type: 'MERCHANT', name: 'A', code: 'A' })
    const start = server.clock.now
    const counts = async (query: string) => (await logOf(shop, query)).length
    expect(await counts(`by_id=${manager.id}&operation=createOrganisation`)).toBe(1)
    expect(await counts(`target_id=${body.id}`)).toBe(1)
    expect(await counts('operation=updateOrganisation')).toBe(0)
    const tomorrow = epochSeconds(later(start, DAY))
    expect(await counts(`date[gte]=${tomorrow}`)).toBe(0)
    const page = await shop.owner.call('GET', 'audit_log?size=1&page=2&include_total=true')
    expect(page.body.paging).toMatchObject({ page: 2, size: 1, total: await counts('') })
  })

  test('is shown to who may see it: owner, manager, developer, auditor; to no till and no other business', async () => {
    const [shop, other] = [await staffedBusiness(server), await staffedBusiness(server)]
    const statusOf = async (role: string) => (await (await shop.add(role)).call('GET', 'audit_log')).status
    for (const role of ['MANAGER', 'DEVELOPER', 'AUDITOR']) expect(await statusOf(role)).toBe(200)
    for (const role of ['CLERK', 'MARKETER']) expect(await statusOf(role)).toBe(403)
    await shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: 'A', code: 'A' })
    const till = await shop.owner.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['audit:read'],
      organisation: { id: 'A' },
    })
    const asked = await ask(server.url, till.body.key, { method: 'GET', path: 'audit_log' })
    expect(asked.body).toMatchObject({ status: 403, parameters: ['organisation'] })
    expect(JSON.stringify(await logOf(other))).not.toContain(shop.owner.id)
  })

  test.each`
    what           | change
    ${'changed'}   | ${`update audit_log set by_name = 'somebody else' where tenant = $1 and seq = $2`}
    ${'said anew'} | ${`update audit_log set changes = '[]' where tenant = $1 and seq = $2`}
    ${'moved'}     | ${`update audit_log set at = at - interval '1 hour' where tenant = $1 and seq = $2`}
    ${'taken out'} | ${`delete from audit_log where tenant = $1 and seq = $2`}
  `('shows by its number a line that was $what', async ({ change }) => {
    const shop = await staffedBusiness(server)
    for (const code of ['A', 'B', 'C'])
      await shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: code, code })
    const [, { number }] = await logOf(shop)
    expect((await proofOf(shop)).broken).toEqual([])
    await server.database.pool.query(change, [shop.actor.tenant, number])
    const { broken } = await proofOf(shop)
    expect(broken.length).toBeGreaterThan(0)
    expect(broken[0]).toMatch(new RegExp(`line (${number}|${number + 1}) `))
  })

  test('whose newest line was taken out says so', async () => {
    const shop = await staffedBusiness(server)
    for (const code of ['A', 'B'])
      await shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: code, code })
    const [{ number }] = await logOf(shop)
    await server.database.pool.query('delete from audit_log where tenant = $1 and seq = $2', [
      shop.actor.tenant,
      number,
    ])
    expect((await proofOf(shop)).broken).toEqual([expect.stringContaining(`line ${number} was written`)])
  })

  test('is kept for two years and holds after the oldest went', async () => {
    const shop = await staffedBusiness(server)
    await shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: 'A', code: 'A' })
    const old = (await logOf(shop)).length
    const forget = (days: number) =>
      forgetActs({ database: server.database, clock: () => later(server.clock.now, days * DAY) })
    await forget(730)
    expect(await logOf(shop)).toHaveLength(old)
    const start = server.clock.now
    server.clock.now = later(start, 1_000)
    await shop.owner.call('POST', 'organisations', { type: 'MERCHANT', name: 'B', code: 'B' })
    server.clock.now = start
    await forgetActs({ database: server.database, clock: () => later(start, 730 * DAY + 1) })
    expect((await logOf(shop)).map(({ operation }: { operation: string }) => operation)).toEqual([
      'createOrganisation',
    ])
    expect((await proofOf(shop)).broken).toEqual([])
  })
})
