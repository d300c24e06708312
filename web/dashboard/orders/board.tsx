import { useEffect, useRef, useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Money } from '../../kit/money.tsx'
import { type Stage, type Step, stageOf, stepsFrom } from '../../kit/order-steps.ts'
import { ContactLink } from '../contacts/contact-name.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { Age } from './age.tsx'
import { CancelOrder } from './cancel-order.tsx'
import styles from './orders.module.css'
import { stageName } from './stage-name.ts'
import type { Order } from './use-orders.ts'

const words = texts.orders

interface Column {
  readonly name: string
  readonly holds: (order: Order) => boolean
  /** Only while something is in it. */
  readonly isRare?: boolean
}

function columnsOf(stages: readonly Stage[]): readonly Column[] {
  const of = (state: keyof typeof words.states): Column => ({
    name: words.states[state],
    holds: (order) => order.state === state,
  })
  const worked = stages.map((stage) => ({
    name: stageName(stage),
    holds: (order: Order) => stageOf(order, stages)?.id === stage.id,
  }))
  return [
    of('NEW'),
    ...(worked.length > 0 ? worked : [of('IN_PROGRESS')]),
    { ...of('ON_HOLD'), isRare: true },
    of('COMPLETED'),
    of('CANCELLED'),
  ]
}

export interface BoardProps {
  readonly orders: readonly Order[]
  readonly stages: readonly Stage[]
}

/** A column for each step; an order that somebody moves keeps their keyboard wherever it goes. */
export function Board({ orders, stages }: BoardProps) {
  const board = useRef<HTMLDivElement>(null)
  const moved = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card leaves its place, and the focus with it, when the orders are others
  useEffect(() => {
    if (moved.current === undefined || document.activeElement !== document.body) return
    const card = board.current?.querySelector<HTMLElement>(`[data-order="${CSS.escape(moved.current)}"]`)
    ;(card?.querySelector<HTMLElement>('button') ?? card)?.focus()
    moved.current = undefined
  }, [orders])
  return (
    <div ref={board} className={styles.board}>
      {columnsOf(stages).map(({ name, holds, isRare }) => {
        const here = orders.filter(holds)
        if (isRare && here.length === 0) return null
        return (
          <section key={name} className={styles.column} aria-label={name}>
            <h2>
              {name} <span>{here.length}</span>
            </h2>
            <ul>
              {here.map((order) => (
                <OrderCard
                  key={order.id}
                  order={order}
                  stages={stages}
                  onMove={() => {
                    moved.current = order.id
                  }}
                />
              ))}
            </ul>
            {here.length === 0 && <p className={styles.none}>{words.none}</p>}
          </section>
        )
      })}
    </div>
  )
}

interface CardProps {
  readonly order: Order
  readonly stages: readonly Stage[]
  readonly onMove: () => void
}

function OrderCard(card: CardProps) {
  const { order } = card
  const { id, number, contact, items, total, currency, fulfilled_by: venue } = order
  const isOpen = order.state !== 'COMPLETED' && order.state !== 'CANCELLED'
  return (
    <li className={styles.card} data-order={id} tabIndex={-1}>
      <header>
        <strong>{number}</strong>
        {isOpen && <Age since={order.submitted_date} />}
      </header>
      <p>
        <ContactLink of={contact} />
        {` · ${venue.name}`}
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.quantity} × {item.product.name}
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <Money amount={total} currency={currency} />
        <Badge tone="neutral" icon="bag">
          {words.supply[order.supply_method]}
        </Badge>
      </p>
      {isOpen && <Acts {...card} />}
    </li>
  )
}

function Acts({ order, stages, onMove }: CardProps) {
  const [isCancelling, setCancelling] = useState(false)
  const move = useCommand<Step>({
    run: async (client, step) => {
      onMove()
      if (step.is === 'STAGE') return void (await client.orders.update(order.id, { stage_id: step.stage.id }))
      await client.orders.actOn(order.id, { action: step.is })
    },
    changes: [['orders'], ['order', order.id], ['purchases']],
  })
  const [first, other] = stepsFrom(order, stages)
  return (
    <div className={styles.acts}>
      {first && (
        <Button kind="primary" disabled={move.isPending} onClick={() => move.mutate(first)}>
          {stepName(first)}
        </Button>
      )}
      {other && order.state !== 'NEW' && (
        <Button disabled={move.isPending} onClick={() => move.mutate(other)}>
          {stepName(other)}
        </Button>
      )}
      <Button onClick={() => setCancelling(true)}>{words.acts.CANCEL}</Button>
      {isCancelling && <CancelOrder order={order} onClose={() => setCancelling(false)} />}
    </div>
  )
}

function stepName(step: Step): string {
  if (step.is !== 'STAGE') return words.acts[step.is]
  const { name } = step.stage
  return Object.entries(words.acts.stages).find(([known]) => known === name)?.[1] ?? name
}
