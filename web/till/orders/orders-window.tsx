import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import styles from './orders-window.module.css'
import { useKitchen } from './use-kitchen.ts'
import { type Order, type Orders, useReasons } from './use-orders.ts'

const words = texts.orders

export interface OrdersWindowProps {
  readonly orders: Orders
  readonly onTicket: (order: Order) => void
  readonly onClose: () => void
}

/** What was ordered from this venue: accept, complete, or cancel for a reason. */
export function OrdersWindow({ orders, onTicket, onClose }: OrdersWindowProps) {
  const kitchen = useKitchen()
  const [failure, setFailure] = useState<unknown>()
  const run = async (act: Promise<void>) => {
    setFailure(undefined)
    await act.catch(setFailure)
  }
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose} size="wide">
      {failure !== undefined && <Problem of={failure} />}
      <div role="status" className={form.told}>
        {kitchen.problem && (
          <p className={form.notice} data-tone="negative">
            {words.ticket}: {texts.print.problem[kitchen.problem]}
          </p>
        )}
      </div>
      <Answer to={orders.asked} waiting={<SkeletonLines lines={4} />}>
        {(all) =>
          all.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className={styles.orders}>
              {all.map((order) => (
                <OrderCard
                  key={order.id}
                  order={order}
                  onAct={(action, reason) => {
                    if (action === 'START_PROGRESS') void kitchen.tell(order)
                    void run(orders.act(order, action, reason))
                  }}
                  onTicket={() => onTicket(order)}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </Window>
  )
}

interface OrderCardProps {
  readonly order: Order
  readonly onAct: (action: 'START_PROGRESS' | 'COMPLETE' | 'CANCEL', reason?: string) => void
  readonly onTicket: () => void
}

function OrderCard({ order, onAct, onTicket }: OrderCardProps) {
  const [isCancelling, setCancelling] = useState(false)
  const isNew = order.state === 'NEW'
  return (
    <li className={styles.order} data-new={isNew || undefined}>
      <header>
        <strong>{order.number}</strong>
        <Badge tone={isNew ? 'warning' : 'info'} icon={isNew ? 'clock' : 'play'}>
          {isNew ? words.fresh : words.begun}
        </Badge>
        <Time at={order.submitted_date} />
        <span className={styles.total}>{texts.money(order.total, order.currency)}</span>
      </header>
      <p>{order.items.map(({ quantity, product }) => `${quantity} × ${product.name}`).join(', ')}</p>
      <p className={form.hint}>
        {words.supply[order.supply_method]} ·{' '}
        {words.collect(texts.money(order.amount_to_collect, order.currency))}
      </p>
      {isCancelling ? (
        <Reasons onPick={(reason) => onAct('CANCEL', reason)} onKeep={() => setCancelling(false)} />
      ) : (
        <div className={form.keys}>
          {isNew && (
            <Key kind="primary" onClick={() => onAct('START_PROGRESS')}>
              {words.accept}
            </Key>
          )}
          <Key kind={isNew ? 'plain' : 'primary'} onClick={() => onAct('COMPLETE')}>
            {words.complete}
          </Key>
          <Key icon="print" onClick={onTicket}>
            {words.ticket}
          </Key>
          <Key kind="danger" onClick={() => setCancelling(true)}>
            {words.cancel}
          </Key>
        </div>
      )}
    </li>
  )
}

function Reasons({
  onPick,
  onKeep,
}: {
  readonly onPick: (reason: string) => void
  readonly onKeep: () => void
}) {
  const reasons = useReasons()
  return (
    <>
      <p>{words.why}</p>
      <Answer to={reasons} waiting={<SkeletonLines lines={2} />}>
        {({ content }) => (
          <div className={form.keys} data-long="">
            {content.map(({ id, name }) => (
              <Key key={id} kind="danger" onClick={() => onPick(id)}>
                {name}
              </Key>
            ))}
            <Key onClick={onKeep}>{words.keep}</Key>
          </div>
        )}
      </Answer>
    </>
  )
}
