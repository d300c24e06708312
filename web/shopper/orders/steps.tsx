import { Answer } from '../../kit/answer.tsx'
import { toldAs } from '../../kit/first-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { stageName } from '../../kit/order-steps.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import type { Texts } from '../texts/en.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { dayTimeText } from './day-time.ts'
import { type Order, useOrder, type WholeOrder } from './order-queries.ts'
import styles from './orders.module.css'

/** How far an order is, each step with its time, and what was ordered. */
export function Steps({ order }: { readonly order: Order }) {
  const texts = useTexts()
  const whole = useOrder(order)
  return (
    <Answer key={`${order.state} ${order.stage?.id}`} to={whole} waiting={<SkeletonLines lines={3} />}>
      {(order) => {
        const { key_dates: dates, cancellation_reason: reason, state, items } = order
        const steps = stepsOf(order, texts)
        return (
          <>
            <ol className={styles.steps} aria-label={texts.orders.steps}>
              {steps.map(({ name, at }) => (
                <li key={name} data-done={at !== null}>
                  <Icon name={at === null ? 'clock' : 'check'} size={16} />
                  <span>{name}</span>
                  <span className={view.small}>
                    {at === null ? texts.orders.notYet : dayTimeText(at, Date.now() / 1_000, texts.locale)}
                  </span>
                </li>
              ))}
            </ol>
            {reason && <p className={view.small}>{toldAs(reason.name, texts.orders.reasons)}</p>}
            {dates.requested_date !== null && state !== 'COMPLETED' && state !== 'CANCELLED' && (
              <p className={view.small}>
                {texts.orders.wantedAt(dayTimeText(dates.requested_date, Date.now() / 1_000, texts.locale))}
              </p>
            )}
            <p className={view.small}>
              {items.map(({ quantity, product }) => `${quantity} × ${product.name}`).join(', ')}
            </p>
          </>
        )
      }}
    </Answer>
  )
}

interface Step {
  readonly name: string
  readonly at: number | null
}

/** Each with its time; what was passed over is no step of this order. */
function stepsOf(order: WholeOrder, { orders: words }: Texts): readonly Step[] {
  const { key_dates: dates, stages, state } = order
  const isUntold = stages.every(({ entered_on: at }) => at === null)
  const worked = stages.map(({ name, entered_on: at }, index) => ({
    name: stageName({ name }, words.stages),
    // Of an order that was begun before there were stages.
    at: at ?? (isUntold && index === 0 ? dates.started_on : null),
  }))
  const steps: readonly Step[] = [
    { name: words.states.NEW, at: dates.submitted_on },
    ...(worked.length > 0 ? worked : [{ name: words.states.IN_PROGRESS, at: dates.started_on }]),
    state === 'CANCELLED'
      ? { name: words.states.CANCELLED, at: dates.cancelled_on }
      : { name: words.states.COMPLETED, at: dates.completed_on },
  ]
  const last = steps.findLastIndex(({ at }) => at !== null)
  return steps.filter(({ at }, index) => at !== null || index > last)
}
