import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { stageName } from '../../kit/order-steps.ts'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Order, useMyOrders } from './order-queries.ts'
import styles from './orders.module.css'
import { Steps } from './steps.tsx'

const LOOKS: Readonly<Record<string, { readonly tone: Tone; readonly icon: IconName }>> = {
  NEW: { tone: 'info', icon: 'clock' },
  IN_PROGRESS: { tone: 'warning', icon: 'clock' },
  ON_HOLD: { tone: 'neutral', icon: 'pause' },
  COMPLETED: { tone: 'positive', icon: 'check' },
  CANCELLED: { tone: 'negative', icon: 'cross' },
}
/** The stage in which an order waits for its contact, as every shop has it. */
const READY = 'Ready'

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
          <ul className={view.list}>
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
  const isUnderWay = order.state === 'NEW' || order.state === 'IN_PROGRESS'
  const [isOpen, setOpen] = useState(isUnderWay)
  const stage = order.state === 'IN_PROGRESS' ? order.stage?.name : undefined
  const standing =
    stage === undefined ? (states[order.state] ?? '') : stageName({ name: stage }, texts.orders.stages)
  const look = LOOKS[stage === READY ? 'COMPLETED' : order.state] ?? { tone: 'neutral', icon: 'info' }
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
        {standing}
      </Badge>
      <div className={styles.whole}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-label={`${texts.orders.steps}: ${texts.orders.number(order.number)}`}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.orders.steps}
        </button>
        {isOpen && <Steps order={order} />}
      </div>
      {order.state === 'NEW' && (
        <div className={styles.whole}>
          <Key onClick={() => cancel.mutate()} disabled={cancel.isPending}>
            {texts.orders.cancel}
          </Key>
        </div>
      )}
      <Announcement>{`${texts.orders.number(order.number)}: ${standing}`}</Announcement>
      {cancel.error && <Problem of={cancel.error} />}
    </div>
  )
}
