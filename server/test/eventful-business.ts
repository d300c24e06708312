import { type OrganisationId, type PoolId, parseGuid, type WalletId } from '../src/kit/id.ts'
import { DAY, HOUR, later } from '../src/kit/time.ts'
import { ACTS } from './hand-booked.ts'
import type { BusinessOptions, TestServer } from './harness.ts'
import { ordersAndRedeems } from './orders-and-redeems.ts'
import { openShop, type Shop } from './shop.ts'

/** A business with three merchants whose offers pay each other's tills, and a history of everything that can happen to money. */
export interface EventfulBusiness extends Shop {
  /** Lets one thing happen; answers what. Some find nothing to do. */
  step(): Promise<string>
}

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('set-up failed')
  return value
}

/** A whole number below the bound; the same seed draws the same again (mulberry32). */
export function drawing(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % bound
  }
}

const OFFERS = [
  { name: 'A gives', rate: 10, expires_after: { count: 5, unit: 'DAYS' } },
  { name: 'B gives', rate: 7, expires_after: { count: 40, unit: 'DAYS' } },
  {
    name: 'Later',
    rate: 4,
    available_after: { count: 3, unit: 'DAYS' },
    expires_after: { count: 70, unit: 'DAYS' },
  },
  { name: 'All of us', rate: 3, expires_after: { count: 120, unit: 'DAYS' } },
]

export async function openEventfulBusiness(
  server: TestServer,
  seed: number,
  options: BusinessOptions = {},
): Promise<EventfulBusiness> {
  const shop = await openShop(server, options)
  const draw = drawing(seed)
  const pick = <T>(of: readonly T[]): T => present(of[draw(of.length)])
  const merchants = [shop.merchant]
  for (const code of ['B', 'C']) {
    const { body } = await shop.call('POST', 'organisations', {
      type: 'MERCHANT',
      name: `Merchant ${code}`,
      code,
      taps: [{ code: `M${code}` }],
    })
    merchants.push(body.id)
  }
  const [, second] = merchants
  const { body: venue } = await shop.call('POST', 'organisations', {
    type: 'VENUE',
    name: 'A venue that pays itself',
    code: 'BV',
    parent: { id: second },
  })
  const funders = [shop.merchant, present(second), venue.id, undefined]
  for (const [index, { name, rate, ...terms }] of OFFERS.entries()) {
    const funder = funders[index]
    await shop.offer({
      name,
      award: { kind: 'PERCENTAGE', rate },
      on_top: true,
      ...terms,
      ...(funder && { funder: { id: funder } }),
    })
  }
  const contacts = [await shop.shopper(), await shop.shopper(), await shop.shopper(), await shop.shopper()]
  const wallets = async () => {
    const { rows } = await server.database.pool.query(
      'select id from wallets where tenant = $1 order by id',
      [shop.actor.tenant],
    )
    return rows.map(({ id }): WalletId => id)
  }
  const { body: pools } = await shop.call('GET', 'commerce_pools')
  const books = {
    business: shop,
    wallets: await wallets(),
    pool: pools.content[0].id as PoolId,
    draw,
  }
  const purchases: string[] = []
  const taps = ['M1', 'MB', 'MC']
  const { orderOrAct, redeemAndVoid } = await ordersAndRedeems({ server, shop, draw, merchants, contacts })

  const buy = async () => {
    const { status, body } = await shop.call('POST', 'purchases', {
      contact: { code: pick(contacts) },
      organisation: { merchant_tap: { code: pick(taps) } },
      transaction_amounts: { total: (100 + draw(20_000)) / 100 },
      ...(draw(2) === 0 ? {} : { spend_request: { amount: (1 + draw(1_500)) / 100 } }),
      ...(draw(4) === 0 ? { reduction_method: 'BACK_END' } : {}),
    })
    if (status === 200) purchases.push(body.id)
    return `purchase ${status}`
  }
  const cancel = async () => {
    const [id] = purchases.splice(draw(purchases.length || 1), 1)
    return id ? `void ${(await shop.call('POST', `purchases/${id}/cancel`)).status}` : 'no void'
  }
  const giveBack = async () => {
    const { status } = await shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: pick(contacts) },
      organisation: { merchant_tap: { code: pick(taps) } },
      return_amount: (1 + draw(5_000)) / 100,
    })
    return `return ${status}`
  }
  const byHand = async () => {
    const seller = (parseGuid(pick([...merchants, shop.actor.business])) ??
      shop.actor.business) as OrganisationId
    return (await pick(ACTS)({ ...books, seller })) ? 'by hand' : 'nothing by hand'
  }
  const merge = async () => {
    if (contacts.length < 3) return 'no merge'
    const [gone] = contacts.splice(draw(contacts.length), 1)
    const { status } = await shop.call('POST', `contacts/${pick(contacts)}/merge`, { contact_id: gone })
    contacts.push(await shop.shopper())
    const held = new Set(await closedWallets(server, shop.actor.tenant))
    books.wallets = (await wallets()).filter((id) => !held.has(id))
    return `merge ${status}`
  }
  const sold: string[] = []
  await shop.call('POST', 'pass_plans', {
    code: 'GIFTS',
    name: 'Gifts',
    classification: 'GIFT',
    validity: { type: 'PERIOD', count: 4, unit: 'DAYS' },
    commerce_pool: { id: books.pool },
  })
  const sell = async () => {
    const { status, body } = await shop.call('POST', 'passes', {
      pass_plan_id: 'GIFTS',
      pass_value: (1 + draw(4_000)) / 100,
      organisation: { merchant_tap: { code: pick(taps) } },
      payment_method: { type: draw(4) === 0 ? 'GRANT' : 'CARD' },
    })
    if (status === 201) sold.push(body.id)
    return `sale ${status}`
  }
  const redeem = async () => {
    const [code] = sold.splice(draw(sold.length || 1), 1)
    if (!code) return 'no pass'
    const body = { code, contact_id: pick(contacts) }
    return `redemption ${(await shop.call('POST', 'passes/redeem', body)).status}`
  }
  const voidPass = async () => {
    const [code] = sold.splice(draw(sold.length || 1), 1)
    return code
      ? `pass ${(await shop.call('PUT', `passes/${code}`, { state: 'CANCELLED' })).status}`
      : 'no pass'
  }
  const wait = async () => {
    await server.expirePasses()
    await server.expireBlocks()
    return 'time passes'
  }
  const passes = async () => pick([sell, sell, redeem, voidPass])()
  const happenings = [
    buy,
    buy,
    buy,
    buy,
    cancel,
    cancel,
    giveBack,
    byHand,
    byHand,
    byHand,
    passes,
    passes,
    orderOrAct,
    orderOrAct,
    redeemAndVoid,
    wait,
  ]
  return {
    ...shop,
    step: async () => {
      server.clock.now = later(server.clock.now, draw(3) === 0 ? draw(3 * DAY) : draw(HOUR))
      const what = await (draw(40) === 0 ? merge() : pick(happenings)())
      if (what.endsWith(' 500')) throw new Error(`${what}: nothing of a history may fail`)
      return what
    },
  }
}

async function closedWallets(server: TestServer, tenant: number): Promise<string[]> {
  const { rows } = await server.database.pool.query(
    'select distinct owner_id from accounts where tenant = $1 and closed',
    [tenant],
  )
  return rows.map(({ owner_id }) => owner_id)
}
