import type { Answer, TestBusiness, TestServer } from './harness.ts'

/** A business with one merchant, one venue and what a test adds: the smallest place where something can be sold. */
export interface Shop extends TestBusiness {
  readonly merchant: string
  readonly venue: string
  /** Registers a shopper; answers the contact's code. */
  shopper(): Promise<string>
  /** Creates a live offer from its wire form; answers its id. */
  offer(body: object): Promise<string>
  /** Submits a purchase at the venue; the reference number is new unless given. */
  buy(body: Purchase, query?: string): Promise<Answer>
  /** What the shopper may spend now. */
  balance(contact: string): Promise<number>
  /** Asserts that the books hold. */
  verify(): Promise<readonly string[]>
}

export interface Purchase {
  readonly contact?: string
  /** A one-time code, beside the contact or instead. */
  readonly otp?: string
  readonly total?: number | string
  readonly products?: readonly object[]
  readonly spend?: number
  readonly reference?: string
  readonly [field: string]: unknown
}

export async function openShop(
  server: TestServer,
  options: Parameters<TestServer['business']>[0] = {},
): Promise<Shop> {
  const business = await server.business(options)
  const ok = async (answer: Promise<Answer>) => {
    const { status, body, text } = await answer
    if (status !== 200) throw new Error(`set-up failed: ${status} ${text}`)
    return body
  }
  const { call } = business
  let references = 0
  let shoppers = 0
  const merchant = await ok(
    call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Corner',
      code: 'CORNER',
      taps: [{ code: 'M1', name: 'm' }],
    }),
  )
  const venue = await ok(
    call('POST', 'organisations', {
      type: 'VENUE',
      name: 'Corner, Main St',
      code: 'MAIN',
      parent: { id: merchant.id },
      taps: [{ code: 'V1', name: 'v' }],
    }),
  )
  const buy: Shop['buy'] = ({ contact, otp, total = '10.00', spend, reference, ...rest }, query = '') => {
    references += 1
    return call('POST', `purchases${query}`, {
      reference_number: reference ?? `R-${references}`,
      ...(contact === undefined && otp === undefined ? {} : { contact: { code: contact, otp } }),
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total },
      ...(spend === undefined ? {} : { spend_request: { amount: spend } }),
      ...rest,
    })
  }
  return {
    ...business,
    merchant: merchant.id,
    venue: venue.id,
    buy,
    shopper: async () => {
      shoppers += 1
      const code = `S${shoppers}`
      await ok(call('POST', 'contacts', { first_name: 'Shopper', last_name: String(shoppers), code }))
      return code
    },
    offer: async (body) =>
      (await ok(call('POST', 'reward_offers', { name: 'Offer', state: 'ACTIVE', ...body }))).id,
    balance: async (contact) => {
      const found = await ok(call('GET', `contacts?code=${contact}&include_wallet=true`))
      return found.content[0].wallet.balance
    },
    verify: async () => {
      const report = await ok(call('GET', 'ledger/verify'))
      return report.checks.flatMap((check: { broken: readonly string[] }) => check.broken)
    },
  }
}

/** Ten per cent of everything: the offer of most tests. */
export const tenPercent = { award: { kind: 'PERCENTAGE', rate: 10 } }
