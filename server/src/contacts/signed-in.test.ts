import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthenticator } from '../../test/authenticator.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type Shopper, signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { staffOf } from '../../test/staff.ts'

let server: TestServer
let shop: Shop
let anna: Shopper
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  anna = await signIn(server.url, shop, 'ANNA')
})
afterAll(() => server.stop())

const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}
const sessions = async () => (await ok(shop.call('GET', 'contacts/ANNA/sessions'))).content
const passkeys = async () => (await ok(shop.call('GET', 'contacts/ANNA/passkeys'))).content

test('staff see where a contact is signed in and sign them out at one place, at once; the act tells of the contact', async () => {
  const staff = await staffOf(server, shop)
  const clerk = await staff.add('CLERK')
  const [session] = await sessions()
  expect(session).toEqual({
    id: expect.any(String),
    device: expect.any(String),
    created_on: expect.any(Number),
    used_on: expect.any(Number),
    expires_on: expect.any(Number),
  })
  const end = () => clerk.call('DELETE', `contacts/${anna.id}/sessions/${session.id}`)
  expect(await ok(end())).toEqual({ id: session.id, contact_id: anna.id })
  expect((await anna.call('GET', `contacts/${anna.id}`)).status).toBe(401)
  expect(await sessions()).toEqual([])
  await ok(end())
  const [act] = (await ok(staff.owner.call('GET', `audit_log?target_id=${anna.id}`))).content
  expect(act).toMatchObject({ operation: 'endContactSession', by: { name: clerk.username } })
})

test('staff see the passkeys of a contact without their secrets, and take one away', async () => {
  const ben = await signIn(server.url, shop, 'BEN')
  const { public_key } = await ok(ben.call('POST', `contacts/${ben.id}/passkeys/options`))
  const credential = openAuthenticator().create(public_key)
  await ok(ben.call('POST', `contacts/${ben.id}/passkeys`, { credential, name: 'My phone' }))
  const [key] = (await ok(shop.call('GET', 'contacts/BEN/passkeys'))).content
  expect(key).toEqual({
    id: expect.any(String),
    name: 'My phone',
    is_backed_up: expect.any(Boolean),
    created_on: expect.any(Number),
    used_on: null,
  })
  // Named under another contact it stays.
  await ok(shop.call('DELETE', `contacts/ANNA/passkeys/${key.id}`))
  expect((await ok(shop.call('GET', 'contacts/BEN/passkeys'))).content).toHaveLength(1)
  for (const _ of [1, 2]) await ok(shop.call('DELETE', `contacts/BEN/passkeys/${key.id}`))
  expect((await ok(shop.call('GET', 'contacts/BEN/passkeys'))).content).toEqual([])
  expect(await passkeys()).toEqual([])
})

test('another business finds nobody to sign out, and another contact’s session stays', async () => {
  const carl = await signIn(server.url, shop, 'CARL')
  const [session] = (await ok(shop.call('GET', 'contacts/CARL/sessions'))).content
  const elsewhere = await openShop(server)
  for (const path of ['sessions', 'passkeys']) {
    expect((await elsewhere.call('GET', `contacts/${carl.id}/${path}`)).status).toBe(400)
  }
  expect((await elsewhere.call('DELETE', `contacts/${carl.id}/sessions/${session.id}`)).status).toBe(400)
  await ok(shop.call('DELETE', `contacts/ANNA/sessions/${session.id}`))
  await ok(shop.call('DELETE', 'contacts/CARL/sessions/nonsense'))
  expect((await carl.call('GET', `contacts/${carl.id}`)).status).toBe(200)
})
