import { Badge } from '../../kit/badge.tsx'
import { useNow } from '../../kit/now.ts'
import { texts } from '../texts.ts'

const MINUTE = 60
const LATE = 20 * MINUTE
const WAITING = 10 * MINUTE

/** How long an order waits: text and tint together. */
export function Age({ since }: { readonly since: number }) {
  const waited = Math.max(0, Math.floor(useNow() / 1_000) - since)
  const tone = waited > LATE ? 'negative' : waited > WAITING ? 'warning' : 'neutral'
  return (
    <Badge tone={tone} icon="clock">
      {texts.orders.age(Math.floor(waited / MINUTE))}
    </Badge>
  )
}
