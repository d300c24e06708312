import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type Shopper, signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
let anna: Shopper
let purchase: string
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  anna = await signIn(server.url, shop, 'ANNA')
  await shop.offer({ name: 'Five', award: { kind: 'PERCENTAGE', rate: 5 }, on_top: true })
  await shop.offer({
    name: 'Ten',
    award: { kind: 'PERCENTAGE', rate: 10 },
    conditions: [{ kind: 'AMOUNT', minimum: 12 }],
    on_top: true,
  })
  await shop.offer({
    name: 'Bread',
    award: { kind: 'FIXED', amount: 1 },
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'BREAD' }] }],
    on_top: true,
  })
  purchase = (await shop.buy({ contact: 'ANNA', total: '10.00' })).body.id
})
afterAll(() => server.stop())

const greek = { 'accept-language': 'el' }

interface Explained {
  readonly awards: readonly { readonly says: string }[]
  readonly refused: readonly { readonly seen: string; readonly needed: string }[]
  readonly others: readonly { readonly seen: string; readonly needed: string }[]
  readonly near_misses: readonly { readonly says: string }[]
}
const wordsOf = ({ awards, refused, others, near_misses }: Explained) => ({
  awards: awards.map(({ says }) => says),
  refused: [...refused, ...others].map(({ seen, needed }) => [seen, needed]),
  near: near_misses.map(({ says }) => says),
})
const ENGLISH = {
  awards: ['5 % of 10.00 EUR'],
  refused: [
    ['10.00 EUR', 'at least 12.00 EUR'],
    ['none of them', 'sku BREAD'],
  ],
  near: ['2.00 EUR more for 10 % back'],
}
const GREEK = {
  awards: ['5% επί 10,00 EUR'],
  refused: [
    ['10,00 EUR', 'από 12,00 EUR και άνω'],
    ['κανένα από αυτά', 'προϊόν με κωδικό BREAD'],
  ],
  near: ['2,00 EUR ακόμα για επιστροφή 10%'],
}

describe('why a purchase earned what it did', () => {
  test('is told in English to whoever asks for no language, and in Greek to whoever asks for it', async () => {
    const why = async (headers?: Record<string, string>) =>
      wordsOf((await shop.call('GET', `purchases/${purchase}/explain`, undefined, headers)).body)
    expect(await why()).toEqual(ENGLISH)
    expect(await why(greek)).toEqual(GREEK)
    expect(await why()).toEqual(ENGLISH)
  })

  test('is told to contacts in the language that they ask for, else in their own', async () => {
    const why = async (headers?: Record<string, string>) =>
      wordsOf((await anna.call('GET', `purchases/${purchase}/explain`, undefined, headers)).body)
    expect(await why(greek)).toEqual(GREEK)
    expect(await why()).toEqual(ENGLISH)
    await shop.call('PUT', 'contacts/ANNA', { language_code: 'el' })
    expect(await why()).toEqual(GREEK)
    await shop.call('PUT', 'contacts/ANNA', { language_code: 'en' })
  })
})

test('a quote tells the till a near miss in its language, and says to the contact their own', async () => {
  const quote = async (headers?: Record<string, string>) => {
    const { body } = await shop.call(
      'POST',
      'purchases?simulate=true',
      {
        contact: { code: 'ANNA' },
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total: 10 },
      },
      headers,
    )
    return [body.near_misses[0].says, body.say]
  }
  const say = '10.00 EUR to pay, 0.50 EUR earned. 2.00 EUR more for 10 % back.'
  expect(await quote()).toEqual(['2.00 EUR more for 10 % back', say])
  expect(await quote(greek)).toEqual(['2,00 EUR ακόμα για επιστροφή 10%', say])
})
