import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { door, newName, PASSWORD, type StaffedBusiness, staffedBusiness } from '../../test/staff.ts'
import { DAY, HOUR, later, SECOND } from '../kit/time.ts'
import { forgetOldTries } from './index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ https: { required: false, proxies: ['127.0.0.1'] } })
})
afterAll(() => server.stop())

const SLOWER = 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'
let addresses = 0
/** Documentation addresses, another for each test, as the trusted proxy tells of them. */
const newAddress = () => `2001:db8:${(++addresses).toString(16)}::1`

const signIn = (username: string, password: string, from: string, url = server.url): Promise<Answer> =>
  ask(url, '', {
    method: 'POST',
    path: 'users/authenticate',
    body: { username, password, mode: 'TEST' },
    headers: { 'x-forwarded-for': from },
  })
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)
const wrongTimes = async (shop: StaffedBusiness, times: number, from = newAddress()) => {
  const answers: Answer[] = []
  for (let n = 0; n < times; n++) answers.push(await signIn(shop.owner.username, `wrong ${n}`, from))
  return answers
}

async function after<Result>(milliseconds: number, run: () => Promise<Result>): Promise<Result> {
  const start = server.clock.now
  server.clock.now = later(start, milliseconds)
  try {
    return await run()
  } finally {
    server.clock.now = start
  }
}

describe('guessing at one name', () => {
  test('is slowed down after five wrong tries, told in Retry-After, and the right password waits as well', async () => {
    const shop = await staffedBusiness(server)
    expect(statuses(await wrongTimes(shop, 6))).toEqual([400, 400, 400, 400, 400, 429])
    const refused = await signIn(shop.owner.username, PASSWORD, newAddress())
    expect(refused.body).toMatchObject({ error: SLOWER, retryable: true, parameters: ['USER', '1'] })
    expect(refused.headers['retry-after']).toBe('1')
    expect((await after(SECOND, () => signIn(shop.owner.username, PASSWORD, newAddress()))).status).toBe(200)
  })

  test('waits longer after each, at most five minutes, and nobody is locked out for good', async () => {
    const shop = await staffedBusiness(server)
    await wrongTimes(shop, 5)
    const start = server.clock.now
    const waits: number[] = []
    for (let n = 0; n < 11; n++) {
      const { headers } = await signIn(shop.owner.username, 'wrong', newAddress())
      waits.push(Number(headers['retry-after']))
      server.clock.now = later(server.clock.now, (waits.at(-1) ?? 0) * SECOND)
      expect((await signIn(shop.owner.username, 'wrong', newAddress())).status).toBe(400)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    server.clock.now = later(server.clock.now, 300 * SECOND)
    expect((await signIn(shop.owner.username, PASSWORD, newAddress())).status).toBe(200)
    server.clock.now = start
  })

  test('by a hundred at once, over two processes, has no more than five looked at', async () => {
    const shop = await staffedBusiness(server)
    const elsewhere = await server.another()
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        signIn(shop.owner.username, `wrong ${n}`, newAddress(), n % 2 ? server.url : elsewhere),
      ),
    )
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(5)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(95)
  })

  test('is counted by every process, also by one that was started since', async () => {
    const shop = await staffedBusiness(server)
    await wrongTimes(shop, 5)
    const restarted = await server.another()
    expect((await signIn(shop.owner.username, PASSWORD, newAddress(), restarted)).status).toBe(429)
  })

  test('that nobody has is slowed down alike, so that it tells nothing', async () => {
    const nobody = newName()
    const from = newAddress()
    const answers: Answer[] = []
    for (let n = 0; n < 6; n++) answers.push(await signIn(nobody, `wrong ${n}`, from))
    expect(statuses(answers)).toEqual([400, 400, 400, 400, 400, 429])
  })

  test('is forgotten when the right password came, and after a day', async () => {
    const shop = await staffedBusiness(server)
    await wrongTimes(shop, 4)
    expect((await signIn(shop.owner.username, PASSWORD, newAddress())).status).toBe(200)
    expect(statuses(await wrongTimes(shop, 5))).toEqual([400, 400, 400, 400, 400])
    await after(DAY, async () => {
      expect(statuses(await wrongTimes(shop, 5))).toEqual([400, 400, 400, 400, 400])
    })
  })

  test('at an unlocked screen is slowed down as at the door', async () => {
    const { owner } = await staffedBusiness(server)
    const change = (current_password: string) =>
      owner.call('PUT', 'users/me/password', { current_password, new_password: 'purple stapler window' })
    const answers: Answer[] = []
    for (let n = 0; n < 5; n++) answers.push(await change(`wrong ${n}`))
    expect(statuses(answers)).toEqual([400, 400, 400, 400, 400])
    expect((await change(PASSWORD)).body.error).toBe(SLOWER)
  })
})

describe('guessing from one address', () => {
  test('at many names is slowed down after fifty, over the whole network of an address of version 6', async () => {
    const network = `2001:db8:ffff:${(++addresses).toString(16)}`
    const guess = (n: number) => signIn(newName(), 'wrong', `${network}::${n + 1}`)
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n)))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(50)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({ error: SLOWER, parameters: ['ADDRESS', expect.any(String)] })
    const shop = await staffedBusiness(server)
    expect((await signIn(shop.owner.username, PASSWORD, `${network}::1`)).status).toBe(429)
    expect((await signIn(shop.owner.username, PASSWORD, newAddress())).status).toBe(200)
    expect((await after(HOUR, () => signIn(shop.owner.username, PASSWORD, `${network}::1`))).status).toBe(200)
  })

  test('is not made free by signing in to an account of one’s own between guesses', async () => {
    const from = newAddress()
    const own = await staffedBusiness(server)
    const counts: number[] = []
    for (let n = 0; n < 60; n++) {
      counts.push((await signIn(newName(), 'wrong', from)).status)
      if (n % 10 === 0) await signIn(own.owner.username, PASSWORD, from)
    }
    expect(counts.filter((status) => status === 400).length).toBeLessThanOrEqual(51)
  })
})

test('what was counted is kept by hashes only, and removed a day later', async () => {
  const shop = await staffedBusiness(server)
  await wrongTimes(shop, 1, '2001:db8:beef::7')
  const rows = () => server.database.query.selectFrom('sign_in_tries').selectAll().execute()
  const kept = await rows()
  expect(kept.length).toBeGreaterThan(0)
  for (const { subject } of kept) expect(subject).toHaveLength(32)
  expect(JSON.stringify(kept)).not.toMatch(/beef|staff\.example/)
  await forgetOldTries(server.database.query, later(server.clock.now, 3 * DAY))
  expect(await rows()).toEqual([])
  expect((await door(server, 'authenticate', { username: 'x', password: 'y', mode: 'TEST' })).status).toBe(
    400,
  )
})
