import { useEffect, useRef } from 'react'
import { useToast } from '../../kit/toast.tsx'
import { texts } from '../texts.ts'
import { chime } from './chime.ts'
import type { Order } from './use-orders.ts'

/** Tells of every order that comes in while somebody looks: in words always, and by a sound if they want one. */
export function useNewOrders(orders: readonly Order[] | undefined, hasSound: boolean): void {
  const tell = useToast()
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (!orders) return
    const before = known.current
    known.current = new Set([...(before ?? []), ...orders.map(({ id }) => id)])
    // What is there at the first look has not come in just now.
    const fresh = before ? orders.filter(({ id, state }) => state === 'NEW' && !before.has(id)) : []
    if (fresh.length === 0) return
    tell({ text: texts.orders.cameIn(fresh.map(({ number }) => number).join(', ')) })
    if (hasSound) chime()
  }, [orders, hasSound, tell])
}
