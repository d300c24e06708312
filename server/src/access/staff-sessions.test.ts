import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { door, type Staff, signedIn, staffedBusiness } from '../../test/staff.ts'
import { later, MINUTE, SECOND } from '../kit/time.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const refresh = (refresh_token: string) => door(server, 'refresh', { refresh_token })
const open = (token: string, url = server.url) => ask(url, token, { method: 'GET', path: 'users/me' })
const statusOf = async (staff: Staff) => (await open(staff.token)).status

/** Moves the clock for a while. */
async function after<Result>(milliseconds: number, run: () => Promise<Result>): Promise<Result> {
  const start = server.clock.now
  server.clock.now = later(start, milliseconds)
  try {
    return await run()
  } finally {
    server.clock.now = start
  }
}

describe('a refresh', () => {
  test('gets tokens that open the same account, when the access token is over', async () => {
    const { owner } = await staffedBusiness(server)
    await after(16 * MINUTE, async () => {
      expect(await statusOf(owner)).toBe(401)
      const { status, body } = await refresh(owner.refresh)
      expect(status).toBe(200)
      expect(body).toMatchObject({ mode: 'TEST', user: { id: owner.id, role: 'OWNER' } })
      expect((await open(body.access_token)).body.id).toBe(owner.id)
    })
  })

  test('with a token that was used before ends the family, and the newest tokens with it', async () => {
    const { owner } = await staffedBusiness(server)
    const next = await refresh(owner.refresh)
    await after(31 * SECOND, async () => {
      expect((await open(next.body.access_token)).status).toBe(200)
      expect((await refresh(owner.refresh)).body.error).toBe('CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION')
      expect((await refresh(next.body.refresh_token)).status).toBe(401)
      await new Promise((resolve) => setTimeout(resolve, 2_050))
      expect((await open(next.body.access_token)).status).toBe(401)
    })
  })

  test('of many tabs at once signs nobody out', async () => {
    const { owner } = await staffedBusiness(server)
    const tabs = await Promise.all(Array.from({ length: 8 }, () => refresh(owner.refresh)))
    expect(tabs.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    const newest = new Set(tabs.map(({ body }) => body.refresh_token))
    expect(newest.size).toBe(1)
    expect((await refresh([...newest][0])).status).toBe(200)
  })
})

describe('a session', () => {
  test('is listed with its device, and ended by whose it is', async () => {
    const { owner, actor } = await staffedBusiness(server)
    const { username } = owner
    const sent = { username, password: 'correct horse battery', mode: actor.mode, device: 'Till office' }
    const other = (await door(server, 'authenticate', sent)).body
    const { content } = (await owner.call('GET', 'users/me/sessions')).body
    expect(content).toHaveLength(2)
    const one = content.find(({ device }: { device: string }) => device === 'Till office')
    expect(one.is_current).toBe(false)
    expect((await open(other.access_token)).status).toBe(200)
    await owner.call('DELETE', `users/me/sessions/${one.id}`)
    expect((await open(other.access_token)).status).toBe(401)
    expect((await refresh(other.refresh_token)).status).toBe(401)
    expect(await statusOf(owner)).toBe(200)
  })

  test('of somebody else is not ended by who knows its id', async () => {
    const { owner, add } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    const [session] = (await owner.call('GET', 'users/me/sessions')).body.content
    await clerk.call('DELETE', `users/me/sessions/${session.id}`)
    expect(await statusOf(owner)).toBe(200)
  })

  test('ends with the sign-out, at once here and within two seconds elsewhere', async () => {
    const { owner } = await staffedBusiness(server)
    const elsewhere = await server.another()
    expect((await open(owner.token, elsewhere)).status).toBe(200)
    expect((await owner.call('POST', `users/${owner.id}/sign_out`, {})).status).toBe(200)
    expect(await statusOf(owner)).toBe(401)
    await new Promise((resolve) => setTimeout(resolve, 2_050))
    expect((await open(owner.token, elsewhere)).status).toBe(401)
    expect((await refresh(owner.refresh)).status).toBe(401)
  })

  test('all but this one end at once', async () => {
    const { owner, actor } = await staffedBusiness(server)
    const others = [
      await signedIn(server, { ...owner, mode: actor.mode }),
      await signedIn(server, { ...owner, mode: actor.mode }),
    ]
    expect((await owner.call('DELETE', 'users/me/sessions')).body.content).toHaveLength(1)
    for (const other of others) expect(await statusOf(other)).toBe(401)
    expect(await statusOf(owner)).toBe(200)
  })
})

describe('a user', () => {
  test.each`
    what          | method      | path           | body
    ${'disabled'} | ${'PUT'}    | ${''}          | ${{ state: 'DISABLED' }}
    ${'removed'}  | ${'DELETE'} | ${''}          | ${undefined}
    ${'sent out'} | ${'DELETE'} | ${'/sessions'} | ${undefined}
  `('who is $what is refused at once, with every token they have', async ({ method, path, body }) => {
    const { owner, add } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    expect(await statusOf(clerk)).toBe(200)
    expect((await owner.call(method, `users/${clerk.id}${path}`, body)).status).toBe(200)
    expect(await statusOf(clerk)).toBe(401)
    expect((await refresh(clerk.refresh)).status).toBe(401)
  })

  test('who is removed is signed out of a process too that knows their token for a moment longer', async () => {
    const { owner, add } = await staffedBusiness(server)
    const elsewhere = await server.another()
    const clerk = await add('CLERK')
    expect((await open(clerk.token, elsewhere)).status).toBe(200)
    expect((await owner.call('DELETE', `users/${clerk.id}`)).status).toBe(200)
    const told = await open(clerk.token, elsewhere)
    expect([told.status, told.body.error]).toEqual([401, expect.stringContaining('UNAUTHORIZED')])
  })

  test('who was disabled signs in again only when they are active, and not with a session from before', async () => {
    const { owner, add, actor } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    await owner.call('PUT', `users/${clerk.id}`, { state: 'DISABLED' })
    const signIn = () => signedIn(server, { ...clerk, mode: actor.mode })
    await expect(signIn()).rejects.toThrow('INVALIDLOGIN')
    await owner.call('PUT', `users/${clerk.id}`, { state: 'ACTIVE' })
    expect(await statusOf(clerk)).toBe(401)
    expect(await statusOf(await signIn())).toBe(200)
  })
})
