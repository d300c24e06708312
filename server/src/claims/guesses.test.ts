import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const RICH = {
  name: 'guesses_rich',
  text: `select owner_id from accounts where tenant = $1 and kind = 'CONTACT_COMMERCE' and balance > 0`,
}

const AT_ONCE = 250
const times = async <Result>(count: number, run: (index: number) => Promise<Result>, atOnce = AT_ONCE) => {
  const results: Result[] = []
  for (let from = 0; from < count; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => run(from + index))
    results.push(...(await Promise.all(some)))
  }
  return results
}

const claim = (shop: Shop, contact: string, transaction_code: string, more: object = {}) =>
  shop.call('POST', 'purchases/reclaim', { contact: { code: contact }, transaction_code, ...more })

const WAIT = 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'

// 1,000 genuine codes, each printed three ways, and 10,000 guesses; ATTACK=whole sends them all, otherwise a twentieth of them:
// what is answered does not depend on how much is sent.
const isWhole = process.env.ATTACK === 'whole'
const CODES = isWhole ? 1_000 : 50
const GUESSES = 10 * CODES

/** Every guess another one, without chance: a failure is the same the next time. */
function guessesFor(codes: readonly { readonly qr: string; readonly signed_code: string }[]): string[] {
  return Array.from({ length: GUESSES }, (_, index) => {
    const { qr, signed_code: signed } = codes[index % codes.length] ?? { qr: '', signed_code: '' }
    const [receipt = '', merchant, venue] = qr.split(';')
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const letter = letters[(index * 7) % letters.length] ?? '0'
    const at = index % 8
    switch (index % 3) {
      case 0:
        return `${receipt};${merchant};${venue};${100 + index * 37}`
      case 1:
        return `${signed.slice(0, 13 + at)}${letter === signed[13 + at] ? 'Z' : letter}${signed.slice(14 + at)}`
      default:
        return `${receipt}${index};${merchant};${venue};1000`
    }
  })
}

const TRIES = 5

test.each([
  { who: 'with ten accounts', contacts: 10, judged: 10 * TRIES },
  {
    who: 'with an account for every five guesses',
    contacts: (3 * CODES + GUESSES) / TRIES,
    judged: 3 * CODES + GUESSES,
  },
])(
  'an attacker $who, used codes and guesses made from them gains nothing: five are answered each',
  async ({ contacts, judged }) => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const settings = { self_submitted_purchases: 'REFUSE', claims_per_day: 10_000 }
    await shop.call('PUT', `organisations/${shop.merchant}`, { settings })
    const inAll = { settings: { claims_per_day_in_all: 10_000 } }
    await shop.call('PUT', `organisations/${shop.actor.business}`, inAll)
    const honest = await shop.shopper()
    const bought = await times(CODES, (index) => shop.buy({ total: (10 + index).toFixed(2) }))
    const codes = bought.map(({ body }) => body.receipt)
    // Few at once: they are all of one wallet, and wait for each other.
    const claimed = await times(CODES, (index) => claim(shop, honest, codes[index].qr), 5)
    expect(claimed.filter(({ status }) => status !== 200)).toEqual([])
    const earned = await shop.balance(honest)
    // Receipts that nobody has claimed yet: what a lucky guess would be worth.
    await times(CODES, (index) => shop.buy({ total: '33.33', reference: `R-OPEN-${index}` }))

    const attackers = await times(contacts, () => shop.shopper())
    const replayed = codes.flatMap(({ qr, barcode, signed_code }) => [qr, barcode, signed_code])
    const attack = [...replayed, ...guessesFor(codes)]
    const answers = await times(attack.length, (index) =>
      claim(shop, attackers[index % contacts] ?? '', attack[index] ?? ''),
    )
    expect(answers.filter(({ status }) => status === 200)).toEqual([])
    expect(answers.filter(({ body }) => body.error !== WAIT)).toHaveLength(judged)
    const rich = await shop.work(({ sql, actor }) => sql.run(RICH, [actor.tenant]))
    expect(rich).toHaveLength(1)
    expect(await shop.balance(honest)).toBe(earned)
    expect(await shop.verify()).toEqual([])
  },
  1_200_000,
)

test('of 40 wrong receipts at once five are answered; the right one waits for the next day', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const { body } = await shop.buy({ total: '10.00', reference: 'RIGHT' })
  const answers = await times(40, (index) => claim(shop, contact, `RIGHT;M1;V1;${index + 1}`))
  expect(answers.filter(({ body: { error } }) => error !== WAIT)).toHaveLength(5)
  const late = await claim(shop, contact, body.receipt.qr)
  expect([late.status, late.body.error]).toEqual([429, WAIT])
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(86_000)
  server.clock.now = new Date(server.clock.now.getTime() + 86_400_000)
  expect((await claim(shop, contact, body.receipt.qr)).status).toBe(200)
})

test('wrong receipts are counted for the address as well, across contacts', async () => {
  const shop = await openShop(server)
  await shop.buy({ total: '10.00', reference: 'RIGHT' })
  const contacts = await times(6, () => shop.shopper())
  const ip_address = '203.0.113.7'
  const errors = []
  for (let index = 0; index < 24; index++) {
    const { body } = await claim(shop, contacts[index % 6] ?? '', `RIGHT;M1;V1;${index + 1}`, { ip_address })
    errors.push(body.error)
  }
  expect(errors.filter((error) => error !== WAIT)).toHaveLength(20)
})

test('a contact claims so many receipts a day at a merchant as it allows, also at once', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { claims_per_day: 3 } })
  const contact = await shop.shopper()
  const bought = await times(8, () => shop.buy({ total: '10.00' }))
  const answers = await times(8, (index) => claim(shop, contact, bought[index]?.body.receipt.qr))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.error))).toEqual(
    new Set([WAIT]),
  )
  expect(await shop.balance(contact)).toBe(3)
  server.clock.now = new Date(server.clock.now.getTime() + 86_400_000)
  const left = bought.filter((_, index) => answers[index]?.status !== 200)
  expect((await claim(shop, contact, left[0]?.body.receipt.qr)).status).toBe(200)
})
