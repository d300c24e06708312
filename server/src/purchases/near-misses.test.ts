import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'

// A hint is kept: who buys exactly the little more that was told is awarded exactly what was told.

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-11-23T10:00:00Z')
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

interface Line {
  readonly sku: string
  readonly quantity: number
  readonly cents: number
}

interface NearMiss {
  readonly offer: { readonly id: string; readonly name: string }
  readonly add: { readonly amount?: number; readonly quantity?: number }
  readonly line: number | null
  readonly amount: number
}

function quoted(shop: PurseShop, lines: readonly Line[], rest: object): Promise<Answer> {
  const products = lines.map(({ sku, quantity, cents }) => ({ sku, quantity, total_amount: cents / 100 }))
  const total = lines.reduce((sum, { cents }) => sum + cents, 0) / 100
  return shop.buy({ ...rest, total, products }, '?simulate=true')
}

/** The lines with exactly what the hint says to add: so much of anything, or of the goods of a line at their price. */
function followed(lines: readonly Line[], { add, line }: NearMiss): readonly Line[] {
  const like = line === null ? undefined : lines[line - 1]
  const price = like ? like.cents / like.quantity : 0
  const more =
    add.quantity === undefined
      ? { sku: like?.sku ?? 'ANYTHING', quantity: 1, cents: Math.round((add.amount ?? 0) * 100) }
      : { sku: like?.sku ?? '', quantity: add.quantity, cents: Math.round(price * add.quantity) }
  return [...lines, more]
}

async function openOffers(shop: PurseShop): Promise<void> {
  ok(await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { allows_automatic_spend: true } }))
  ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
  ok(await shop.call('POST', 'reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 30 }))
  const amount = (minimum: number) => [{ kind: 'AMOUNT', minimum }]
  const wine = [{ type: 'SKU', code: 'WINE' }]
  for (const offer of [
    { name: 'Ten', award: { kind: 'PERCENTAGE', rate: 10 }, conditions: amount(20) },
    { name: 'Step', award: { kind: 'PER_AMOUNT', amount: 0.5, every: 9 }, on_top: true },
    {
      name: 'Three of wine',
      award: { kind: 'FIXED', amount: 2 },
      conditions: [{ kind: 'PRODUCTS', products: wine, minimum_quantity: 3 }],
      exclusive_group: 'wine',
    },
    {
      name: 'Off',
      award: { kind: 'FIXED', amount: 3 },
      conditions: amount(25),
      redeem_method: 'INSTANT',
    },
    {
      name: 'Reached',
      type: 'REACH_TIER',
      award: { kind: 'FIXED', amount: 0.05 },
      priority: 5,
      conditions: [{ kind: 'TIERS', tiers: [{ code: 'SILVER' }], reached: true }],
    },
    {
      name: 'Every fifteen',
      award: { kind: 'FIXED', amount: 1 },
      on_top: true,
      progress: { of: 'AMOUNT', target: 15 },
    },
  ]) {
    await shop.offer(offer)
  }
}

const baskets: readonly (readonly Line[])[] = [
  [{ sku: 'BREAD', quantity: 1, cents: 860 }],
  [{ sku: 'WINE', quantity: 2, cents: 1_780 }],
  [
    { sku: 'BREAD', quantity: 3, cents: 499 },
    { sku: 'WINE', quantity: 2, cents: 1_401 },
  ],
  [{ sku: 'WINE', quantity: 1, cents: 1_999 }],
  [
    { sku: 'WINE', quantity: 2, cents: 2_000 },
    { sku: 'BREAD', quantity: 1, cents: 450 },
  ],
  [{ sku: 'BREAD', quantity: 1, cents: 2_690 }],
  [{ sku: 'BREAD', quantity: 1, cents: 2_930 }],
]

describe('complaint: a hint that was followed and gave something else', () => {
  test.each`
    who                                     | credit               | preference                      | rest                                          | tells
    ${'has nothing in the wallet'}          | ${[]}                | ${undefined}                    | ${{}}                                         | ${8}
    ${'asks for a fixed amount'}            | ${['2.00', '30.00']} | ${undefined}                    | ${{ spend: 1.5 }}                             | ${4}
    ${'asks for more than there is to pay'} | ${['90.00']}         | ${undefined}                    | ${{ spend: 90 }}                              | ${0}
    ${'pays by itself, whatever it costs'}  | ${['12.00']}         | ${{}}                           | ${{}}                                         | ${1}
    ${'pays by itself from 20.00 on'}       | ${['90.00']}         | ${{ from_purchase_amount: 20 }} | ${{}}                                         | ${1}
    ${'pays by itself at most 3.00'}        | ${['90.00']}         | ${{ maximum_spend_amount: 3 }}  | ${{}}                                         | ${4}
    ${'has money for wine alone, and asks'} | ${['5.00 for wine']} | ${undefined}                    | ${{ spend: 5 }}                               | ${0}
    ${'pays in full and is paid out'}       | ${['90.00']}         | ${undefined}                    | ${{ spend: 4, reduction_method: 'BACK_END' }} | ${8}
  `('who $who finds every hint kept', async ({ credit, preference, rest, tells }) => {
    const shop = await openPurseShop(server)
    await openOffers(shop)
    await shop.pool('WINE-ONLY', { products: [{ type: 'SKU', code: 'WINE' }] })
    const { contact, wallet } = await shop.holder()
    for (const lot of credit) {
      const [amount = '', pool] = lot.split(' for ')
      await shop.credit(wallet, amount, pool ? { commerce_pool: { code: 'WINE-ONLY' } } : {})
    }
    if (preference) {
      const wish = { enable_automatic_spend: true, ...preference }
      ok(await shop.call('PUT', `contacts/${contact}/spend_preferences`, wish))
    }
    let told = 0
    for (const lines of baskets) {
      const quote = ok(await quoted(shop, lines, { contact, ...rest }))
      for (const hint of quote.near_misses as readonly NearMiss[]) {
        told += 1
        const fuller = ok(await quoted(shop, followed(lines, hint), { contact, ...rest }))
        const given = fuller.awards.find(
          (award: { offer: { id: string } }) => award.offer.id === hint.offer.id,
        )
        expect(given?.amount, `${hint.offer.name} after ${JSON.stringify(lines)}`).toBe(hint.amount)
        expect(fuller.rewards.award).toBeGreaterThan(quote.rewards.award)
      }
    }
    expect(told).toBeGreaterThanOrEqual(tells)
  })
})
