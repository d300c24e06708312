import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type OrdersOfContact as Order, PermissionError } from '@tillback/sdk'
import type { Stage, Step } from '../../kit/order-steps.ts'
import { useStanding } from '../api/client.ts'

const EVERY = 5_000
const MOST = 50
const REASONS = ['order cancellation reasons']
const STAGES = ['order stages']
const SELDOM = 60_000
const NO_STAGES: readonly Stage[] = []

export type { Order }

export type Act = Step | { readonly is: 'CANCEL'; readonly reason: string }

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
  const stages = useQuery({
    queryKey: STAGES,
    queryFn: ({ signal }) => client.orderStages.list({ state: 'IN_PROGRESS', size: MOST }, { signal }),
    staleTime: SELDOM,
  })
  const act = async (order: Order, act: Act) => {
    if (act.is === 'STAGE') await client.orders.update(order.id, { stage_id: act.stage.id })
    else if (act.is === 'CANCEL') {
      await client.orders.actOn(order.id, { action: act.is, cancellation_reason_id: act.reason })
    } else await client.orders.actOn(order.id, { action: act.is })
    await cache.invalidateQueries({ queryKey: ['orders', venue.id] })
  }
  return { asked, orders: asked.data ?? [], stages: stages.data?.content ?? NO_STAGES, act }
}

export type Orders = ReturnType<typeof useOrders>

/** Why an order may be cancelled, the usual reason first. */
export function useReasons() {
  const { client } = useStanding()
  return useQuery({
    queryKey: REASONS,
    queryFn: () => client.orderCancellationReasons.list({ size: MOST }),
    staleTime: SELDOM,
  })
}
