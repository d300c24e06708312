import { type Reply, SOON, useRead } from '../read.ts'

type Page = Reply<'orders', 'list'>

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
