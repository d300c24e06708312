import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { type MailServer, openMailServer } from '../../test/mail-server.ts'
import { door, newName, PASSWORD, type StaffedBusiness, signedIn, staffedBusiness } from '../../test/staff.ts'
import { later, MINUTE } from '../kit/time.ts'

const NEW = 'battery horse correct'
const INVALID = 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'

let server: TestServer
let mail: MailServer
let shop: StaffedBusiness
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  mail = await openMailServer()
})
afterAll(async () => {
  await mail.close()
  await server.stop()
})
beforeEach(async () => {
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  await server.database.query.deleteFrom('sign_in_tries').execute()
  shop = await staffedBusiness(server)
})

const forgot = (username: string, mode = 'TEST') => door(server, 'forgot_password', { username, mode })
const reset = (code: string, password = NEW) => door(server, 'reset_password', { code, password })
const enter = (username: string, password: string) =>
  door(server, 'authenticate', { username, password, mode: 'TEST' })
const told = ({ status, body }: Answer) => [status, body.error]
const outbox = async () =>
  (await ask(server.url, shop.key, { method: 'GET', path: 'test_helpers/staff_outbox' })).body.content
const codeIn = (text = '') => /\btb[ip]_\S+/.exec(text)?.[0] ?? ''

async function askedCode(username: string): Promise<string> {
  expect((await forgot(username)).status).toBe(200)
  await server.sendStaffMails()
  return codeIn((await outbox())[0]?.content)
}

describe('a forgotten password', () => {
  test('is replaced by another with what is mailed, which ends all sessions', async () => {
    const { username } = shop.owner
    const code = await askedCode(username)
    expect(code).toMatch(/^tbp_/)
    expect((await reset(code)).body).toEqual({ username, role: 'OWNER' })
    expect((await shop.owner.call('GET', 'users/me')).status).toBe(401)
    expect((await door(server, 'refresh', { refresh_token: shop.owner.refresh })).status).toBe(401)
    expect(told(await enter(username, PASSWORD))).toEqual([400, INVALID])
    expect((await enter(username, NEW)).status).toBe(200)
  })

  test('is replaced once, of many tries at once, within half an hour, by the newest code', async () => {
    const { username } = shop.owner
    const old = await askedCode(username)
    server.clock.now = later(server.clock.now, MINUTE)
    const code = await askedCode(username)
    expect(told(await reset(old))).toEqual([400, INVALID])
    const answers = await Promise.all(Array.from({ length: 6 }, () => reset(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told(await reset(code))).toEqual([400, INVALID])
    const late = await askedCode(username)
    server.clock.now = later(server.clock.now, 30 * MINUTE)
    expect(told(await reset(late))).toEqual([400, INVALID])
  })

  test('is kept as a hash, and the mail’s code sealed', async () => {
    const code = await askedCode(shop.owner.username)
    for (const table of ['users', 'staff_mails']) {
      const { rows } = await server.database.pool.query(
        `select t::text as row from ${table} t where tenant = $1`,
        [shop.actor.tenant],
      )
      expect(rows.length).toBeGreaterThan(0)
      const hex = Buffer.from(code).toString('hex')
      for (const { row } of rows) expect([row.includes(code), row.includes(hex)]).toEqual([false, false])
    }
  })

  test('is one that is guessed first as little as the first was', async () => {
    const { status, body } = await reset(await askedCode(shop.owner.username), 'password1234')
    expect([status, body.field_errors[0].path]).toEqual([400, 'password'])
  })

  test('of nobody is answered alike, before anybody looks whether there is such a user', async () => {
    const [mine, nobody] = [await forgot(shop.owner.username), await forgot('nobody@staff.example')]
    expect([nobody.status, nobody.text]).toEqual([mine.status, mine.text])
    // A lock on the users holds up whoever reads them to change them: the answers are out all the same.
    const client = await server.database.pool.connect()
    try {
      await client.query('begin; lock table users in access exclusive mode')
      const answers = await Promise.all([forgot(shop.owner.username), forgot('nobody@staff.example')])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
    } finally {
      await client.query('rollback')
      client.release()
    }
    await server.sendStaffMails()
  })

  test('is asked for a few times only, of users and of nobody alike, and keeps nobody from signing in', async () => {
    for (const name of [shop.owner.username, 'nobody@staff.example']) {
      const answers: number[] = []
      for (let n = 0; n < 7; n++) answers.push((await forgot(name)).status)
      expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429])
    }
    await signedIn(server, { username: shop.owner.username, mode: 'TEST' })
    await server.sendStaffMails()
  })

  test('of somebody who is disabled or only invited is not replaced', async () => {
    const clerk = await shop.add('CLERK')
    const code = await askedCode(clerk.username)
    await shop.owner.call('PUT', `users/${clerk.id}`, { state: 'DISABLED' })
    expect(told(await reset(code))).toEqual([400, INVALID])
    const before = (await outbox()).length
    await forgot(clerk.username)
    await server.sendStaffMails()
    expect(await outbox()).toHaveLength(before)
  })
})

describe('an invitation', () => {
  test('is mailed to whose name is an address, and works as the one in the answer', async () => {
    const username = newName()
    const { body } = await shop.owner.call('POST', 'users', { username, role: 'CLERK', name: 'Kim' })
    await server.sendStaffMails()
    const [sent] = await outbox()
    expect(sent).toMatchObject({ kind: 'INVITATION', recipient: username })
    expect(codeIn(sent?.content)).toBe(body.invitation)
  })

  test('goes by the e-mail server of the business in LIVE mode, is tried again, and is kept no longer', async () => {
    const live = await staffedBusiness(server, 'LIVE')
    const email = {
      host: '127.0.0.1',
      port: mail.port,
      security: 'NONE',
      from_address: 'wallet@shop.example',
    }
    expect((await live.owner.call('PUT', 'notification_settings', { email })).status).toBe(200)
    mail.refuses = { message: 451 }
    const username = newName()
    const { body } = await live.owner.call('POST', 'users', { username, role: 'CLERK' })
    await server.sendStaffMails()
    mail.refuses = {}
    server.clock.now = later(server.clock.now, MINUTE)
    await server.sendStaffMails()
    const [sent] = mail.received.filter(({ to }) => JSON.stringify(to).includes(username))
    expect(codeIn(sent?.text)).toBe(body.invitation)
    const { rows } = await server.database.pool.query(
      'select attempts, secret, error, sent_at is not null as sent from staff_mails where tenant = $1',
      [live.actor.tenant],
    )
    expect(rows).toEqual([{ attempts: 2, secret: null, error: null, sent: true }])
    expect(
      (await door(server, 'accept_invitation', { invitation: body.invitation, password: NEW })).status,
    ).toBe(200)
  })

  test('stays in the answer alone where nobody sends e-mail, and it is kept why', async () => {
    const live = await staffedBusiness(server, 'LIVE')
    await live.owner.call('POST', 'users', { username: newName(), role: 'CLERK' })
    await server.sendStaffMails()
    const { rows } = await server.database.pool.query(
      'select secret, error from staff_mails where tenant = $1',
      [live.actor.tenant],
    )
    expect(rows).toEqual([{ secret: null, error: expect.stringContaining('nobody who sends') }])
  })
})
