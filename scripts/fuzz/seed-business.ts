import type { Known } from './known.ts'
import type { Line } from './send.ts'

interface Seeding {
  readonly line: Line
  readonly key: string
  readonly known: Known
}

/** A business with data: places, people, offers, purchases, passes, so that drawn requests find something. */
export async function seedBusiness({ line, key, known }: Seeding): Promise<void> {
  const call = async (method: string, path: string, body: object) => {
    const whole = `/backoffice/v2/${path}`
    const headers = { api_key: key, 'content-type': 'application/json' }
    const answer = await line.send({ method, path: whole, headers, body: JSON.stringify(body) })
    if (answer.status >= 300) throw new Error(`seeding ${path}: ${answer.status} ${answer.text}`)
    const told: unknown = JSON.parse(answer.text)
    known.learn(whole, told)
  }
  const post = (path: string, body: object) => call('POST', path, body)
  await post('organisations', { type: 'MERCHANT', name: 'Corner', code: 'CORNER', taps: [{ code: 'M1' }] })
  const venue = { type: 'VENUE', name: 'Corner, Main St', code: 'MAIN', taps: [{ code: 'V1' }] }
  await post('organisations', { ...venue, parent: { code: 'CORNER' } })
  // What the examples of the reference page name.
  await post('organisations', {
    type: 'MERCHANT',
    name: 'Large Stores',
    code: 'LARGE-STORES',
    taps: [{ code: '102' }],
  })
  const store = { type: 'VENUE', name: 'Store 400', code: 'STORE-400', taps: [{ code: '400' }] }
  await post('organisations', { ...store, parent: { code: 'LARGE-STORES' } })
  await post('contacts', { code: 'C-7731', loyalty_identifiers: [{ identifier: '6' }] })
  await post('commerce_pools', { name: 'Small Stores only', code: 'SMALL-STORES' })
  await post('commerce_pools', { name: 'Tea', code: 'TEA-ONLY', products: [{ type: 'SKU', code: 'TEA' }] })
  await post('reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' })
  await post('reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 500 })
  await post('pass_plans', { code: 'WELCOME', name: 'Welcome', classification: 'PROMOTION' })
  await post('passes', { pass_plan_id: 'WELCOME', code: 'HI-MARIA1' })
  const tenPercent = { award: { kind: 'PERCENTAGE', rate: 10 } }
  await post('reward_offers', { code: 'TEN', name: 'Ten', state: 'ACTIVE', ...tenPercent })
  await post('reward_offers', {
    code: 'DRAFT',
    name: 'Draft',
    ...tenPercent,
    commerce_pool: { code: 'TEA-ONLY' },
  })
  for (const code of ['C-1', 'C-2', 'C-3']) {
    await post('contacts', { code, first_name: 'Maria', loyalty_identifiers: [{ identifier: `L-${code}` }] })
  }
  for (const [index, code] of ['C-1', 'C-2', 'C-1', 'C-3'].entries()) {
    await post('purchases', {
      reference_number: `R-${index + 1}`,
      contact: { code },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 100 },
      products: [
        { sku: 'TEA', quantity: 2, total_amount: 40 },
        { sku: 'BUN', quantity: 1, total_amount: 60 },
      ],
    })
  }
  await post('purchases/R-4/returns', { reference_number: 'RET-1', products: [{ line: 1, quantity: 1 }] })
  await post('contacts/C-1/tokens', { intent: 'SPEND' })
  await seedClaims(call)
}

async function seedClaims(call: (method: string, path: string, body: object) => Promise<void>) {
  await call('PUT', 'organisations/CORNER', { settings: { self_submitted_purchases: 'HOLD' } })
  for (const receipt of ['OWN-1', 'OWN-2', 'OWN-3']) {
    await call('POST', 'purchases/reclaim', {
      contact: { code: 'C-2' },
      transaction_code: `${receipt};M1;V1;2500`,
    })
  }
}
