import type { Answer, TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

/** A shop whose shoppers get money by hand, so that a test says of every lot what it is. */
export interface PurseShop extends Shop {
  /** A shopper with an empty wallet: the contact's code and the wallet's id. */
  holder(): Promise<Holder>
  /** Puts a lot into the wallet; 100 in a day at most. */
  credit(wallet: string, amount: number | string, body?: object): Promise<void>
  /** The wallet with its lots. */
  wallet(id: string): Promise<Answer['body']>
  /** What is left of each lot, soonest expiry first. */
  left(id: string): Promise<readonly number[]>
  pool(code: string, body?: object): Promise<string>
}

export interface Holder {
  readonly contact: string
  readonly wallet: string
}

export async function openPurseShop(
  server: TestServer,
  options: Parameters<TestServer['business']>[0] = {},
): Promise<PurseShop> {
  const shop = await openShop(server, options)
  const done = async (asked: Promise<Answer>) => {
    const { status, body, text } = await asked
    if (status >= 300) throw new Error(`set-up failed: ${status} ${text}`)
    return body
  }
  const wallet = (id: string) => done(shop.call('GET', `wallets/${id}?include_lots=true`))
  return {
    ...shop,
    holder: async () => {
      const contact = await shop.shopper()
      const found = await done(shop.call('GET', `contacts?code=${contact}&include_wallet=true`))
      return { contact, wallet: found.content[0].wallet.id }
    },
    credit: async (id, amount, body = {}) => {
      const sent = { type: 'CREDIT', amount, reason: 'Set-up', ...body }
      const { state } = await done(shop.call('POST', `wallets/${id}/adjustments`, sent))
      if (state !== 'POSTED') throw new Error('set-up failed: so much in a day needs an approval')
    },
    wallet,
    left: async (id) =>
      (await wallet(id)).lots.map(({ remaining }: { readonly remaining: number }) => remaining),
    pool: async (code, body = {}) =>
      (await done(shop.call('POST', 'commerce_pools', { code, name: code, ...body }))).id,
  }
}
