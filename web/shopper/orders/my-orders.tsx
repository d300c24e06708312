import { useMutation } from '@tanstack/react-query'
import { Answer } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Order, useMyOrders } from './order-queries.ts'

const LOOKS: Readonly<Record<string, { readonly tone: Tone; readonly icon: IconName }>> = {
  NEW: { tone: 'info', icon: 'clock' },
  IN_PROGRESS: { tone: 'warning', icon: 'clock' },
  ON_HOLD: { tone: 'neutral', icon: 'pause' },
  COMPLETED: { tone: 'positive', icon: 'check' },
  CANCELLED: { tone: 'negative', icon: 'cross' },
}

export function MyOrders() {
  const texts = useTexts()
  const orders = useMyOrders()
  return (
    <Answer to={orders} waiting={<SkeletonLines lines={6} />}>
      {({ content }) =>
        content.length === 0 ? (
          <EmptyState icon="bag" title={texts.orders.empty.title}>
            {texts.orders.empty.text}
          </EmptyState>
        ) : (
          <ul className={view.list} aria-live="polite">
            {content.map((order) => (
              <li key={order.id}>
                <OneOrder order={order} />
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

function OneOrder({ order }: { readonly order: Order }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const cancel = useMutation({
    mutationFn: () => client.selfService.actOnOwnOrder(order.id, { action: 'CANCEL' }),
    onSuccess: refresh,
  })
  const states: Readonly<Record<string, string>> = texts.orders.states
  const look = LOOKS[order.state] ?? { tone: 'neutral', icon: 'info' }
  return (
    <div className={view.row}>
      <span className={view.name}>
        {order.fulfilled_by?.name} · {texts.orders.number(order.number)}
      </span>
      <Money amount={order.total} currency={order.currency} />
      <span className={view.small}>
        <Time at={order.submitted_date} inList />
      </span>
      <Badge tone={look.tone} icon={look.icon}>
        {states[order.state] ?? order.state}
      </Badge>
      {order.state === 'NEW' && (
        <Key onClick={() => cancel.mutate()} disabled={cancel.isPending}>
          {texts.orders.cancel}
        </Key>
      )}
      {cancel.error && <Problem of={cancel.error} />}
    </div>
  )
}
