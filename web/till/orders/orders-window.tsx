import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { toldAs } from '../../kit/first-names.ts'
import type { IconName } from '../../kit/icon.tsx'
import { type Stage, type Step, stageName, stageOf, stepsFrom } from '../../kit/order-steps.ts'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import styles from './orders-window.module.css'
import { useKitchen } from './use-kitchen.ts'
import { type Act, type Order, type Orders, useReasons } from './use-orders.ts'

const words = texts.orders

export interface OrdersWindowProps {
  readonly orders: Orders
  readonly onTicket: (order: Order) => void
  readonly onClose: () => void
}

/** What was ordered from this venue: accept, have ready, complete, or cancel for a reason. */
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
                  stages={orders.stages}
                  onAct={(act) => {
                    if (act.is === 'START_PROGRESS') void kitchen.tell(order)
                    void run(orders.act(order, act))
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
  readonly stages: readonly Stage[]
  readonly onAct: (act: Act) => void
  readonly onTicket: () => void
}

/** How far an order is. Stages that every business begins with are told in the till's language, others as the business calls them. */
function standing(
  order: Order,
  stages: readonly Stage[],
): { readonly text: string; readonly tone: Tone; readonly icon: IconName } {
  if (order.state === 'NEW') return { text: words.fresh, tone: 'warning', icon: 'clock' }
  const stage = stageOf(order, stages)
  const isLast = stage !== undefined && stages.length > 1 && stage === stages.at(-1)
  const text = stage ? stageName(stage, words.stages) : words.begun
  return isLast ? { text, tone: 'positive', icon: 'check' } : { text, tone: 'info', icon: 'play' }
}

function stepName(step: Step): string {
  if (step.is === 'STAGE') return stageName(step.stage, words.toStage)
  return step.is === 'COMPLETE' ? words.complete : words.accept
}

function OrderCard({ order, stages, onAct, onTicket }: OrderCardProps) {
  const [isCancelling, setCancelling] = useState(false)
  const isNew = order.state === 'NEW'
  const { text, tone, icon } = standing(order, stages)
  return (
    <li className={styles.order} data-new={isNew || undefined}>
      <header>
        <strong>{order.number}</strong>
        <Badge tone={tone} icon={icon}>
          {text}
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
        <Reasons onPick={(reason) => onAct({ is: 'CANCEL', reason })} onKeep={() => setCancelling(false)} />
      ) : (
        <div className={form.keys}>
          {stepsFrom(order, stages).map((step, at) => (
            <Key key={stepName(step)} kind={at === 0 ? 'primary' : 'plain'} onClick={() => onAct(step)}>
              {stepName(step)}
            </Key>
          ))}
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
                {toldAs(name, words.reasons)}
              </Key>
            ))}
            <Key onClick={onKeep}>{words.keep}</Key>
          </div>
        )}
      </Answer>
    </>
  )
}
