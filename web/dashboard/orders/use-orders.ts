import { NAMES, type Reply, SOON, useRead } from '../read.ts'

type Page = Reply<'orders', 'list'>
export type Order = Page['content'][number]

const MOST = 100
const ENDED = 30
const OPEN = ['NEW', 'IN_PROGRESS', 'ON_HOLD'] as const
const OVER = ['COMPLETED', 'CANCELLED'] as const

/** All that is open, who waits longest first, and what ended lately. */
export function useOrders(venue: string | undefined) {
  const at = venue === undefined ? {} : { fulfilled_by: venue }
  return useRead(
    ['orders', at],
    async (client, options): Promise<Page['content']> => {
      const pages = await Promise.all([
        ...OPEN.map((state) => client.orders.list({ ...at, state, size: MOST, order: 'ASC' }, options)),
        ...OVER.map((state) => client.orders.list({ ...at, state, size: ENDED }, options)),
      ])
      return pages.flatMap(({ content }) => content)
    },
    { interval: SOON, keeps: true },
  )
}

type Stages = Reply<'orderStages', 'list'>['content']
const NO_STAGES: Stages = []

/** The steps of the work on an order, as the business has them; undefined: not known yet. */
export function useStages(): Stages | undefined {
  const stages = useRead(
    ['order-stages'],
    (client, options) => client.orderStages.list({ state: 'IN_PROGRESS', size: MOST }, options),
    { interval: NAMES },
  )
  return stages.data?.content ?? (stages.isError ? NO_STAGES : undefined)
}
