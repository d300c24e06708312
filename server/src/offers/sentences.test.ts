import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type Shopper, signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { terms } from '../../test/words.ts'
import { readNames } from './names.store.ts'

let server: TestServer
let shop: Shop
let anna: Shopper
let offer: string
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await make('products', { sku: '1082185', name: 'Γάλα 1 L', family: { code: 'F7', name: 'Γαλακτοκομικά' } })
  await make('products', { sku: '1082186', name: 'Καφές' })
  await make('products', { sku: '1082187', name: 'Καφές' })
  anna = await signIn(server.url, shop, 'ANNA')
  offer = await shop.offer({
    name: 'Γάλα',
    award: { kind: 'PERCENTAGE', rate: 7.5 },
    conditions: [
      { kind: 'PRODUCTS', products: [sku('1082185'), { type: 'FAMILY', code: 'F7' }, sku('NEW')] },
      { kind: 'ORGANISATIONS', organisations: [{ code: 'MAIN' }] },
    ],
  })
})
afterAll(() => server.stop())

const sku = (code: string) => ({ type: 'SKU', code })
async function make(path: string, body: object) {
  const { status, text, body: made } = await shop.call('POST', path, body)
  if (status >= 300) throw new Error(text)
  return made
}

const ENGLISH = 'Earn 7.5 % back on Γάλα 1 L or family Γαλακτοκομικά or sku NEW at Corner, Main St.'
const GREEK =
  'Κερδίστε επιστροφή 7,5% σε Γάλα 1 L, προϊόντα οικογένειας Γαλακτοκομικά ή προϊόν με κωδικό NEW στο κατάστημα Corner, Main St.'
const greek = { 'accept-language': 'el-GR,el;q=0.9,en;q=0.8' }

describe('the sentence of an offer', () => {
  test('is English to whoever asks for no language, Greek to whoever asks for Greek, wherever it is told', async () => {
    const told = async (headers?: Record<string, string>) => [
      (await shop.call('GET', `reward_offers/${offer}`, undefined, headers)).body.sentence,
      (await shop.call('GET', 'reward_offers', undefined, headers)).body.content[0].sentence,
      (await shop.call('GET', `reward_offers/${offer}/versions`, undefined, headers)).body.content[0]
        .sentence,
      (await shop.call('GET', `reward_offers/${offer}/lint`, undefined, headers)).body.sentence,
      (await shop.call('POST', `reward_offers/${offer}/rule_book?include_sentence=true`, {}, headers)).body
        .sentence,
    ]
    expect(await told()).toEqual([ENGLISH, ENGLISH, ENGLISH, ENGLISH, ENGLISH])
    expect(await told(greek)).toEqual([GREEK, GREEK, GREEK, GREEK, GREEK])
  })

  test('of a change that nobody made is told beside the book that has it, and only when it is asked for', async () => {
    const change = { award: { kind: 'FIXED', amount: 2 }, conditions: [] }
    const previewed = (query: string) =>
      shop.call('POST', `reward_offers/${offer}/rule_book${query}`, { change }, greek)
    expect((await previewed('?include_sentence=true')).body.sentence).toBe('Κερδίστε 2,00 EUR.')
    expect((await previewed('')).body).not.toHaveProperty('sentence')
  })

  test('is told to contacts in the language that they ask for, else in their own', async () => {
    const shown = async (headers?: Record<string, string>) => [
      (await anna.call('GET', `reward_offers/${offer}`, undefined, headers)).body.short_description,
      (await anna.call('GET', 'reward_offers', undefined, headers)).body.content[0].short_description,
    ]
    expect(await shown()).toEqual([ENGLISH, ENGLISH])
    expect(await shown(greek)).toEqual([GREEK, GREEK])
    await shop.call('PUT', 'contacts/ANNA', { language_code: 'el' })
    expect(await shown()).toEqual([GREEK, GREEK])
    expect(await shown({ 'accept-language': 'en' })).toEqual([ENGLISH, ENGLISH])
  })

  test('says the code as well where another product has the same name', async () => {
    const products = [sku('1082186'), sku('1082187')]
    const both = await make('reward_offers', {
      name: 'Coffee',
      award: { kind: 'FIXED', amount: 1 },
      conditions: [{ kind: 'PRODUCTS', products }],
    })
    expect(both.sentence).toBe('Earn 1.00 EUR back on Καφές (1082186) or Καφές (1082187).')
  })

  test('says no code to contacts, whatever else has the same name', async () => {
    await make('organisations', { type: 'MERCHANT', name: 'Twin', code: 'TWIN-A' })
    await make('organisations', { type: 'MERCHANT', name: 'Twin', code: 'TWIN-B' })
    const one = await make('reward_offers', {
      name: 'Coffee at Twin',
      award: { kind: 'FIXED', amount: 1 },
      state: 'ACTIVE',
      conditions: [
        { kind: 'PRODUCTS', products: [sku('1082186')] },
        { kind: 'ORGANISATIONS', organisations: [{ code: 'TWIN-A' }] },
      ],
    })
    expect(one.sentence).toBe('Earn 1.00 EUR back on Καφές at Twin (TWIN-A).')
    const { body } = await anna.call('GET', `reward_offers/${one.id}`, undefined, { 'accept-language': 'en' })
    expect(body.short_description).toBe('Earn 1.00 EUR back on Καφές at Twin.')
  })
})

test('names are asked for once, however many offers there are, and not at all where none is named', async () => {
  const asked = (written: readonly string[]) =>
    shop.work(async ({ sql, ...work }) => {
      let count = 0
      const run: typeof sql.run = (statement, values) => {
        count += 1
        return sql.run(statement, values)
      }
      await readNames({ ...work, sql: { ...sql, run } }, written.map(terms))
      return count
    })
  expect(await asked(['5 %; on milk', '5 %; on bread', '1.00; on family dairy', '1.00; classified A'])).toBe(
    1,
  )
  expect(await asked(['5 %', '1.00; at Corner'])).toBe(0)
})
