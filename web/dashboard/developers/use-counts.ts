import type { Tillback } from '@tillback/sdk'
import { useRead } from '../read.ts'

const ONE = { size: 1, include_total: true } as const
const COUNTED = {
  contacts: (client: Tillback) => client.contacts.list(ONE),
  purchases: (client: Tillback) => client.purchases.list(ONE),
  orders: (client: Tillback) => client.orders.list(ONE),
  offers: (client: Tillback) => client.rewardOffers.list(ONE),
  products: (client: Tillback) => client.products.list(ONE),
  venues: (client: Tillback) => client.organisations.list({ ...ONE, type: 'VENUE' }),
} as const

export type Counted = keyof typeof COUNTED

const HAPPENED: readonly Counted[] = ['contacts', 'purchases', 'orders']
const CONFIGURED: readonly Counted[] = ['offers', 'products', 'venues']

/** How much there is of what people know; what the viewer may not read is left out, and so is what there is none of. */
export function useCounts(isConfigurationToo: boolean): readonly (readonly [Counted, number])[] {
  const kinds = isConfigurationToo ? [...HAPPENED, ...CONFIGURED] : HAPPENED
  const found = useRead(['counts', kinds], async (client) => {
    const answers = await Promise.allSettled(kinds.map((kind) => COUNTED[kind](client)))
    return answers.map((answer) => (answer.status === 'fulfilled' ? (answer.value.paging.total ?? 0) : 0))
  })
  return kinds.flatMap((kind, at): (readonly [Counted, number])[] => {
    const number = found.data?.[at] ?? 0
    return number > 0 ? [[kind, number]] : []
  })
}
