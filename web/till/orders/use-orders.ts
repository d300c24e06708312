import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type OrdersOfContact as Order, PermissionError } from '@tillback/sdk'
import { useStanding } from '../api/client.ts'

const EVERY = 5_000
const MOST = 50
const REASONS = ['order cancellation reasons']

export type { Order }

/** Orders of this venue that somebody waits for: those nobody has taken up, then those that are being made. */
export function useOrders() {
  const { client, venue } = useStanding()
  const cache = useQueryClient()
  const asked = useQuery({
    queryKey: ['orders', venue.id],
    queryFn: async ({ signal }) => {
      const of = (state: 'NEW' | 'IN_PROGRESS') =>
        client.orders.list({ state, fulfilled_by: venue.id, size: MOST, order: 'ASC' }, { signal })
      const [fresh, begun] = await Promise.all([of('NEW'), of('IN_PROGRESS')])
      return [...fresh.content, ...begun.content]
    },
    // A key that may not see orders is not asked with again.
    refetchInterval: ({ state: { error } }) => (error instanceof PermissionError ? false : EVERY),
  })
  const act = async (order: Order, action: 'START_PROGRESS' | 'COMPLETE' | 'CANCEL', reason?: string) => {
    await client.orders.actOn(order.id, {
      action,
      ...(reason === undefined ? {} : { cancellation_reason_id: reason }),
    })
    await cache.invalidateQueries({ queryKey: ['orders', venue.id] })
  }
  return { asked, orders: asked.data ?? [], act }
}

export type Orders = ReturnType<typeof useOrders>

/** Why an order may be cancelled, the usual reason first. */
export function useReasons() {
  const { client } = useStanding()
  return useQuery({
    queryKey: REASONS,
    queryFn: () => client.orderCancellationReasons.list({ size: MOST }),
    staleTime: 60_000,
  })
}
