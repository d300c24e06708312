import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { type Staff, type StaffedBusiness, staffOf } from '../../test/staff.ts'
import { epochSeconds } from '../kit/time.ts'
import { MOST_NOTES } from './note.ts'

let server: TestServer
let shop: Shop
let staff: StaffedBusiness
let clerk: Staff
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
  staff = await staffOf(server, shop)
  clerk = await staff.add('CLERK')
})

const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const contact = async (code: string): Promise<string> =>
  (await ok(shop.call('POST', 'contacts', { code, first_name: 'Anna' }))).id
const texts = async (id: string, who: Pick<Staff, 'call'> = clerk) =>
  (await ok(who.call('GET', `contacts/${id}/notes`))).content.map(({ text }: { text: string }) => text)
const write = (who: Pick<Staff, 'call'>, id: string, text: string) =>
  who.call('POST', `contacts/${id}/notes`, { text })

/** `count` notes of somebody who is there no more. */
async function filled(id: string, count: number): Promise<void> {
  await server.database.pool.query(
    `insert into contact_notes (tenant, id, contact_id, text, by_kind, by_id, by_name, created_at)
     select $1::int, gen_random_uuid(), $2::uuid, 'n', 'USER', gen_random_uuid(), 'gone', now()
       from generate_series(1, $3::int)`,
    [shop.actor.tenant, id, count],
  )
}

describe('a note', () => {
  test('says what was written, by whom and when, the newest first', async () => {
    const id = await contact('ANNA')
    await ok(write(clerk, 'ANNA', '  Calls on Mondays only. '))
    const second = await ok(write(staff.owner, id, 'Was promised 5.00 back.'))
    expect(second).toEqual({
      id: expect.any(String),
      contact_id: id,
      text: 'Was promised 5.00 back.',
      by: { kind: 'USER', id: staff.owner.id, name: staff.owner.username },
      created_on: epochSeconds(server.clock.now),
      removable: true,
    })
    const { content, paging } = await ok(clerk.call('GET', 'contacts/ANNA/notes?size=1&include_total=true'))
    expect(content).toEqual([{ ...second, removable: false }])
    expect(paging).toMatchObject({ total: 2, has_more: true })
    expect(await texts(id)).toEqual(['Was promised 5.00 back.', 'Calls on Mondays only.'])
  })

  test('is taken away by who wrote it or who may change staff, by nobody else, and twice is once', async () => {
    const id = await contact('ANNA')
    const [mine, other] = [await ok(write(clerk, id, 'mine')), await ok(write(clerk, id, 'other'))]
    const remove = (who: Staff, note: string) => who.call('DELETE', `contacts/${id}/notes/${note}`)
    const stranger = await staff.add('CLERK')
    const { status, body } = await remove(stranger, mine.id)
    expect([status, body.parameters]).toEqual([403, ['note', clerk.username]])
    await ok(remove(clerk, mine.id))
    expect(await ok(remove(clerk, mine.id))).toEqual({ id: mine.id, contact_id: id })
    await ok(remove(await staff.add('MANAGER'), other.id))
    expect(await texts(id)).toEqual([])
  })

  test('is written by nobody who only reads, and read by them', async () => {
    const id = await contact('ANNA')
    await ok(write(clerk, id, 'read me'))
    for (const role of ['MARKETER', 'AUDITOR']) {
      const reader = await staff.add(role)
      expect((await write(reader, id, 'no')).status).toBe(403)
      expect(await texts(id, reader)).toEqual(['read me'])
    }
  })

  test.each`
    text                | field     | says
    ${''}               | ${'text'} | ${'it must not be empty'}
    ${'x'.repeat(2001)} | ${'text'} | ${'at most 2000 characters are taken'}
    ${undefined}        | ${'text'} | ${'text'}
  `(
    'of $text.length characters is refused with the field and what is needed',
    async ({ text, field, says }) => {
      const id = await contact('ANNA')
      const { status, body } = await write(clerk, id, text)
      expect(status).toBe(400)
      expect(body.field_errors).toEqual([
        { path: field, code: expect.any(String), message: expect.stringContaining(says) },
      ])
    },
  )

  test('beyond the most that a contact has is refused with both numbers, also when two write at once', async () => {
    const id = await contact('ANNA')
    await filled(id, MOST_NOTES - 1)
    const atOnce = await Promise.all([1, 2, 3].map((each) => write(clerk, id, `${each}`)))
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    const refused = atOnce.find(({ status }) => status === 400)
    expect(refused?.body.parameters).toEqual(['notes', '200', '200'])
  })

  test('stands in the log of acts with the contact that it is about, without its text', async () => {
    const id = await contact('ANNA')
    const { id: note } = await ok(write(clerk, 'ANNA', 'a secret of hers'))
    await ok(clerk.call('DELETE', `contacts/${id}/notes/${note}`))
    const { content } = await ok(staff.owner.call('GET', `audit_log?target_id=${id}`))
    expect(content.map(({ operation }: { operation: string }) => operation)).toEqual([
      'removeContactNote',
      'addContactNote',
    ])
    expect(JSON.stringify(content)).not.toContain('secret')
  })

  test('is of its business and mode alone', async () => {
    const id = await contact('ANNA')
    const { id: note } = await ok(write(clerk, id, 'ours'))
    const elsewhere = await openShop(server)
    await ok(elsewhere.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna' }))
    for (const asked of [
      elsewhere.call('GET', `contacts/${id}/notes`),
      elsewhere.call('POST', `contacts/${id}/notes`, { text: 'theirs' }),
      elsewhere.call('DELETE', `contacts/${id}/notes/${note}`),
    ]) {
      expect((await asked).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    await ok(elsewhere.call('DELETE', `contacts/ANNA/notes/${note}`))
    expect(await texts('ANNA', elsewhere)).toEqual([])
    expect(await texts(id)).toEqual(['ours'])
  })

  test('of another contact is not taken away by naming this one', async () => {
    const [anna, ben] = [await contact('ANNA'), await contact('BEN')]
    const { id: note } = await ok(write(clerk, ben, 'about Ben'))
    await ok(clerk.call('DELETE', `contacts/${anna}/notes/${note}`))
    expect(await texts(ben)).toEqual(['about Ben'])
  })

  test('is not written with a key of one venue', async () => {
    await contact('ANNA')
    const made = await ok(
      shop.call('POST', 'api_keys', {
        name: 'venue',
        scopes: ['contacts:read', 'contacts:write'],
        organisation: { id: shop.venue },
      }),
    )
    const asked = await ask(server.url, made.key, {
      method: 'POST',
      path: 'contacts/ANNA/notes',
      body: { text: 'no' },
    })
    expect(asked.status).toBe(403)
  })
})
