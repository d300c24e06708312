import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server, { timeZone: 'Asia/Nicosia' })
})

const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}
const add = (code: string, person: object, at: Pick<Shop, 'call'> = shop) =>
  ok(at.call('POST', 'contacts', { code, ...person }))

interface Pair {
  readonly signs: readonly string[]
  readonly contacts: readonly { readonly code: string }[]
}

/** Each pair as "A B: SIGN SIGN". */
async function alike(at: Pick<Shop, 'call'> = shop, query = ''): Promise<readonly string[]> {
  const { content } = await ok(at.call('GET', `contacts_alike?size=100${query}`))
  return content.map(
    ({ signs, contacts }: Pair) => `${contacts.map(({ code }) => code).join(' ')}: ${signs.join(' ')}`,
  )
}

const maria = { first_name: 'María', last_name: 'Georgiou' }
const turned = { first_name: 'georgiou', last_name: 'MARIA' }

describe('two contacts are alike', () => {
  test.each`
    one                                               | other                                                           | signs
    ${maria}                                          | ${turned}                                                       | ${'NAME'}
    ${{ ...maria, birthday: '1990-05-31' }}           | ${turned}                                                       | ${'NAME'}
    ${{ ...maria, birthday: '1990-05-31' }}           | ${{ ...turned, birthday: '1990-05-31' }}                        | ${'NAME BIRTHDAY'}
    ${{ phones: [{ number: '+357 99 654321' }] }}     | ${{ loyalty_identifiers: [{ identifier: '99654321' }] }}        | ${'PHONE'}
    ${{ phones: [{ number: '99 654321' }] }}          | ${{ loyalty_identifiers: [{ identifier: '00357-99-654321' }] }} | ${'PHONE'}
    ${{ emails: [{ email_address: 'a@b.example' }] }} | ${{ loyalty_identifiers: [{ identifier: 'A@B.example' }] }}     | ${'EMAIL'}
  `('by $signs: $one and $other', async ({ one, other, signs }) => {
    await add('A', one)
    await add('B', other)
    expect(await alike()).toEqual([`A B: ${signs}`])
  })

  test('by where they are paid', async () => {
    for (const code of ['A', 'B']) {
      await add(code, {})
      await ok(
        shop.call('POST', `contacts/${code}/payment_methods`, {
          payment_method_type: 'ACCOUNT',
          account_debit: { iban: 'CY17002001280000001200527600', account_name: code },
        }),
      )
    }
    expect(await alike()).toEqual(['A B: PAYOUT_METHOD'])
  })
})

describe('two contacts are not alike', () => {
  test.each`
    one                                     | other                                    | why
    ${{ ...maria, birthday: '1990-05-31' }} | ${{ ...maria, birthday: '1961-01-01' }}  | ${'their birthdays differ'}
    ${{ first_name: 'Maria' }}              | ${{ first_name: 'Maria' }}               | ${'a first name is half a name'}
    ${maria}                                | ${{ ...maria, last_name: 'Georgiadou' }} | ${'the names differ'}
    ${{}}                                   | ${{}}                                    | ${'nothing is known of them'}
  `('when $why', async ({ one, other }) => {
    await add('A', one)
    await add('B', other)
    expect(await alike()).toEqual([])
  })

  test('when more share the name than records of one person would, unless they share a birthday', async () => {
    for (let count = 1; count <= 8; count++) await add(`M${count}`, maria)
    expect(await alike()).toHaveLength(28)
    await add('M9', { ...maria, birthday: '1990-05-31' })
    expect(await alike()).toEqual([])
    await add('M10', { ...maria, birthday: '1990-05-31' })
    expect(await alike()).toEqual(['M9 M10: NAME BIRTHDAY'])
  })

  test('once they were merged, or one was erased', async () => {
    for (const code of ['A', 'B', 'C']) await add(code, maria)
    expect(await alike()).toEqual(['A B: NAME', 'A C: NAME', 'B C: NAME'])
    await ok(shop.call('POST', 'contacts/A/merge', { contact_id: 'B' }))
    expect(await alike()).toEqual(['A C: NAME'])
    await ok(shop.call('POST', 'contacts/C/erase', {}))
    expect(await alike()).toEqual([])
  })

  test('to another business, nor with its contacts', async () => {
    const elsewhere = await openShop(server)
    await add('A', maria)
    await add('B', maria, elsewhere)
    expect([await alike(), await alike(elsewhere)]).toEqual([[], []])
    await add('C', maria)
    expect([await alike(), await alike(elsewhere)]).toEqual([['A C: NAME'], []])
  })
})

describe('a pair that was told apart', () => {
  test('is listed no more, whichever is named first and however often, at one moment too; others stay', async () => {
    for (const code of ['A', 'B', 'C']) await add(code, maria)
    const told = await Promise.all(
      [
        ['A', 'B'],
        ['B', 'A'],
        ['A', 'B'],
      ].map(([one, other]) => shop.call('POST', `contacts/${one}/apart`, { contact_id: other })),
    )
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await alike()).toEqual(['A C: NAME', 'B C: NAME'])
    expect((await ok(shop.call('GET', 'contacts_alike?include_total=true'))).paging.total).toBe(2)
  })

  test('is refused of one and the same, of who is of another business, and by a key of one venue', async () => {
    const { id } = await add('A', maria)
    await add('B', maria)
    const same = await shop.call('POST', 'contacts/A/apart', { contact_id: id })
    expect([same.status, same.body.field_errors[0].path]).toEqual([400, 'contact_id'])
    const elsewhere = await openShop(server)
    await add('A', maria, elsewhere)
    const strange = await elsewhere.call('POST', 'contacts/A/apart', { contact_id: id })
    expect(strange.body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    const { key } = await ok(
      shop.call('POST', 'api_keys', {
        name: 'venue',
        scopes: ['contacts:write'],
        organisation: { id: shop.venue },
      }),
    )
    const bound = await ask(server.url, key, {
      method: 'POST',
      path: 'contacts/A/apart',
      body: { contact_id: 'B' },
    })
    expect(bound.status).toBe(403)
    expect(await alike()).toEqual(['A B: NAME'])
  })
})

test('pairs come in pages that hold each once, those with the most signs first', async () => {
  for (const code of ['A', 'B', 'C']) await add(code, maria)
  for (const code of ['D', 'E'])
    await add(code, { first_name: 'Zoe', last_name: 'Ioannou', birthday: '1980-01-01' })
  const pages = []
  for (const page of [1, 2]) {
    const { content, paging } = await ok(shop.call('GET', `contacts_alike?size=2&page=${page}`))
    expect(paging.has_more).toBe(page === 1)
    pages.push(...content.map(({ contacts }: Pair) => contacts.map(({ code }) => code).join(' ')))
  }
  expect(pages).toEqual(['D E', 'A B', 'A C', 'B C'])
})

test('a small business is looked through along an index, whatever others have beside it', async () => {
  const crowd = (tenant: number, count: number) =>
    server.database.pool.query(
      `insert into contacts (tenant, id, code, first_name, last_name, first_last, last_first, referral_code, created_at)
       select $1::int, gen_random_uuid(), 'N' || n, 'f' || n, 'l' || n, 'f' || n || ' l' || n, 'l' || n || ' f' || n, 'R' || n, now()
         from generate_series(1, $2::int) n`,
      [tenant, count],
    )
  const elsewhere = await openShop(server)
  await crowd(elsewhere.actor.tenant, 20_000)
  await crowd(shop.actor.tenant, 200)
  await server.database.pool.query('vacuum analyze contacts')
  const { rows } = await server.database.pool.query<{ 'QUERY PLAN': string }>(
    `explain select least(first_last, last_first) from contacts
      where tenant = ${shop.actor.tenant} and merged_into is null and erased_at is null
        and first_name is not null and last_name is not null
      group by 1 having count(*) between 2 and 8`,
  )
  expect(rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('contacts_alike')
  const since = performance.now()
  expect(await alike(elsewhere)).toEqual([])
  expect(performance.now() - since).toBeLessThan(3_000)
})
