import type { Work } from '../db/index.ts'
import type { Route } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import type { SnapshotOf } from '../webhooks/index.ts'

/** Which endpoint reads the thing of an event, by the object of its type; where there are two, the first that knows it. */
export const READERS: Readonly<Record<string, readonly string[]>> = {
  purchase: ['getPurchase', 'getReturn'],
  reward: ['getPurchase', 'getRewardEvent', 'getExpiry'],
  wallet: ['getWallet'],
  payout: ['getPayout'],
  claim: ['getClaim'],
  products: ['getProductSync'],
  contact: ['getContact'],
  scheme: ['getContact'],
  webhook_endpoint: ['getWebhookEndpoint'],
  order: ['getOrder'],
}

/** What an event tells of its thing is what the API answers when it is read: one shape, declared once. */
export function snapshotsOf(routes: readonly Route[]): SnapshotOf {
  const byName = new Map(routes.map((route) => [route.endpoint.name, route]))
  return async (work, type, entity) => {
    const [object = ''] = type.split('.')
    for (const name of READERS[object] ?? []) {
      const route = byName.get(name)
      const found = route && (await read(work, route, entity))
      if (found) return found
    }
    return undefined
  }
}

async function read(work: Work, { endpoint, handle }: Route, id: string): Promise<object | undefined> {
  if (handle.effect !== 'work') return undefined
  const input = { params: { id }, query: endpoint.query?.parse({}), body: undefined }
  try {
    const told = endpoint.reply.parse(await handle.run(work, input))
    return typeof told === 'object' && told !== null ? told : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
