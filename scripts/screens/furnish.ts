import { z } from 'zod'
import { openQueueingTill } from '../../server/test/queueing-till.ts'
import { type BackOffice, call, firstOf, SHOWN_OFFER } from './back-office.ts'

/** What the baskets of the demo do not make happen; test mode can. */
const EVENTS = [
  'order.created',
  'order.started',
  'order.completed',
  'order.cancelled',
  'payout.created',
  'payout.failed',
  'payout.failed',
  'payout.paid',
  'purchase.returned',
  'purchase.cancelled',
  'claim.held',
  'reward.expired',
  'till.blocked',
  'products.synchronised',
] as const

const PRODUCTS = z.object({
  content: z.array(
    z.object({ sku: z.string(), name: z.string(), price: z.object({ amount: z.number() }).nullable() }),
  ),
})
const PLACES = z.object({ content: z.array(z.object({ id: z.string(), name: z.string() })) })
const CONTACT = z.object({ id: z.string(), wallet: z.object({ id: z.string() }) })
const MADE = z.object({ id: z.string() })
/** With a field of every kind to fill in. */
const DRAFT = {
  code: 'DRAFT',
  name: 'Five per cent',
  award: { kind: 'PERCENTAGE', rate: 5 },
  conditions: [
    { kind: 'AMOUNT', minimum: '10.00' },
    { kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'LOOSE' }] },
    { kind: 'TIMINGS', timings: [{ days: [2, 3, 4, 5, 6], start_time: '08:00', end_time: '11:00' }] },
    { kind: 'TIERS', tiers: [{ code: 'GOLD' }], or_above: true },
    { kind: 'SEGMENTS', any_of: ['VIP'] },
    { kind: 'CHANNELS', channels: ['ONLINE'] },
    { kind: 'PAYMENT', tenders: ['CARD'] },
    { kind: 'MEMBER_SINCE', within_days: 30 },
    { kind: 'LOTTERY', one_in: 10 },
  ],
}
const NOTES = [
  'Prefers to be called before noon. Speaks Greek and English.',
  'Complained about the broken fridge at the counter; 250.00 was promised, waits for approval.',
]
/** As a browser writes it; nothing is ever sent to it. */
const SUBSCRIPTION = {
  endpoint: 'https://push.example.com/wpush/v2/gAAAAABo',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
}
const A_MONTH = 30 * 24 * 60 * 60

/** Gives every screen something to show that it has nothing for after the baskets alone; once for all. */
export async function furnish(office: BackOffice, email: string): Promise<void> {
  if ((await firstOf(office, 'order_catalogues')) !== undefined) return
  const contact = await contactOf(office, email)
  await call(office, 'POST', 'webhook_endpoints', {
    url: 'https://hooks.invalid/tillback',
    description: 'Our accounting',
  })
  for (const event of EVENTS) await call(office, 'POST', 'test_helpers/triggers', { event })
  await sellFromMenu(office, contact.id)
  await sellWhatNobodyKnows(office)
  await queueWithAGap(office)
  await nameThings(office)
  await careFor(office, contact.id)
  await enterTwice(office)
  await call(office, 'POST', `wallets/${contact.wallet.id}/adjustments`, {
    type: 'CREDIT',
    amount: '250.00',
    reason: 'Complaint about a broken fridge',
  })
  const offer = await firstOf(office, SHOWN_OFFER)
  await call(office, 'PUT', `reward_offers/${offer}`, {
    limits: { budget: '600.00', per_contact: { uses: 1, period: 'DAY' } },
    description: 'For those who come before eleven.',
  })
  const now = Math.floor(Date.now() / 1_000)
  await call(office, 'POST', `reward_offers/${offer}/replay`, { from: now - A_MONTH, to: now })
}

async function contactOf(office: BackOffice, email: string): Promise<z.output<typeof CONTACT>> {
  const id = await firstOf(office, `contacts?email_address=${encodeURIComponent(email)}`)
  return CONTACT.parse(await call(office, 'GET', `contacts/${id}`))
}

/** What colleagues know of them, and a browser that takes their messages. */
async function careFor(office: BackOffice, contact: string): Promise<void> {
  for (const text of NOTES) await call(office, 'POST', `contacts/${contact}/notes`, { text })
  await call(office, 'POST', `contacts/${contact}/devices`, {
    registration_token: JSON.stringify(SUBSCRIPTION),
  })
}

/** One person under two records, and two of one name who may be one. */
async function enterTwice(office: BackOffice): Promise<void> {
  const born = '1990-05-31'
  for (const person of [
    { first_name: 'Maria', last_name: 'Georgiou', birthday: born, phones: [{ number: '+357 99 000 017' }] },
    {
      first_name: 'Georgiou',
      last_name: 'María',
      birthday: born,
      loyalty_identifiers: [{ identifier: '99000017' }],
    },
    { first_name: 'Andreas', last_name: 'Ioannou', emails: [{ email_address: 'andreas@twice.example' }] },
    { first_name: 'Andreas', last_name: 'Ioannou' },
  ])
    await call(office, 'POST', 'contacts', person)
}

/** What the shop says of some of its goods. */
const DIETS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(Baklava|Pies: Fruit\/Nut)/, ['VEGETARIAN', 'CONTAINS_NUTS']],
  [/^(Cappuccino|String Cheese)/, ['VEGETARIAN', 'GLUTEN_FREE']],
  [/^(Corn Chips|Dried Fruit|Energy Drink|Tea Bags)/, ['VEGAN', 'GLUTEN_FREE', 'LACTOSE_FREE']],
  [/^Tortilla/, ['VEGAN', 'LACTOSE_FREE', 'SPICY']],
  [/\bbuns?\b/i, ['VEGETARIAN']],
]

function dietOf(name: string): readonly string[] {
  return DIETS.find(([called]) => called.test(name))?.[1] ?? []
}

/** A menu of every venue, and orders from it at the first: one that waits, one that was accepted and one that is ready. */
async function sellFromMenu(office: BackOffice, contact: string): Promise<void> {
  const { content: products } = PRODUCTS.parse(await call(office, 'GET', 'products?size=100'))
  const food = ({ name }: { readonly name: string }) => Number(dietOf(name).length > 0)
  const priced = products
    .filter(({ price }) => price !== null)
    .toSorted((a, b) => food(b) - food(a))
    .slice(0, 12)
  for (const { sku, name } of priced)
    await call(office, 'PUT', `products/${sku}/dietary_tags`, { dietary_tags: dietOf(name) })
  const { content: places } = PLACES.parse(await call(office, 'GET', 'organisations?type=VENUE&size=100'))
  const [venue] = places.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const menu = MADE.parse(
    await call(office, 'POST', 'order_catalogues', {
      name: 'All day',
      organisations: places.map(({ id }) => id),
      supply_methods: ['PICK_UP'],
    }),
  )
  await call(office, 'POST', `order_catalogues/${menu.id}/categories`, {
    name: 'Shelf',
    products: priced.map(({ sku }) => ({ sku })),
  })
  for (const stages of [['ACCEPTED', 'READY'], ['ACCEPTED'], []]) {
    const order = await call(office, 'POST', 'orders', {
      contact_id: contact,
      fulfilled_by: venue?.id,
      supply_method: 'PICK_UP',
      items: priced
        .slice(0, 3)
        .map(({ sku, name, price }) => ({ sku, name, quantity: 2, price: String(price?.amount) })),
    })
    const { id } = MADE.parse(order)
    for (const stage_id of stages) await call(office, 'PUT', `orders/${id}`, { stage_id })
  }
}

/** An article without a price, and one that no system had told of before it was sold. */
async function sellWhatNobodyKnows(office: BackOffice): Promise<void> {
  await call(office, 'POST', 'products', { sku: 'LOOSE', name: 'Loose tea, by weight' })
  await call(office, 'POST', 'purchases', {
    reference_number: 'SEEN-AT-THE-TILL',
    organisation: { id: await firstOf(office, 'organisations?type=VENUE') },
    transaction_amounts: { total: '4.40' },
    products: [{ sku: 'SEEN-1', name: 'Carob syrup', quantity: 1, total_amount: '4.40' }],
  })
}

/** A till of which an entry of its queue is missing. */
async function queueWithAGap(office: BackOffice): Promise<void> {
  const till = await openQueueingTill({
    call: async (method, path, body) => {
      const response = await fetch(`${office.url}/backoffice/v2/${path}`, {
        method,
        headers: { authorization: `Bearer ${office.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = await response.text()
      return { status: response.status, body: JSON.parse(text), text, headers: {} }
    },
  })
  const sale = { reference_number: 'QUEUED-1', transaction_amounts: { total: '3.20' } }
  till.queue(sale)
  const { status, text } = await till.send(till.queue({ ...sale, reference_number: 'QUEUED-2' }))
  if (status !== 400) throw new Error(`a gap is not seen: ${status} ${text}`)
}

/** What offers name, and who else works here. */
async function nameThings(office: BackOffice): Promise<void> {
  await call(office, 'PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
  const made: readonly (readonly [string, object])[] = [
    ['reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' }],
    ['reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 100 }],
    ['reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 500 }],
    ['pass_plans', { code: 'WELCOME', name: 'Welcome', classification: 'PROMOTION' }],
    ['reward_offers', DRAFT],
    ['users', { username: 'clerk@complete-journey.example', name: 'Clerk', role: 'CLERK' }],
  ]
  for (const [path, body] of made) await call(office, 'POST', path, body)
}
