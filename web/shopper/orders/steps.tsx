import { Answer } from '../../kit/answer.tsx'
import { Icon } from '../../kit/icon.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { dayTimeText } from './day-time.ts'
import { type Order, useOrder } from './order-queries.ts'
import styles from './orders.module.css'

/** How far an order is, each step with its time, and what was ordered. */
export function Steps({ order }: { readonly order: Order }) {
  const texts = useTexts()
  const whole = useOrder(order)
  return (
    <Answer key={order.state} to={whole} waiting={<SkeletonLines lines={3} />}>
      {({ key_dates: dates, cancellation_reason: reason, state, items }) => {
        const { states } = texts.orders
        const steps = [
          { name: states.NEW, at: dates.submitted_on },
          { name: states.IN_PROGRESS, at: dates.started_on },
          state === 'CANCELLED'
            ? { name: states.CANCELLED, at: dates.cancelled_on }
            : { name: states.COMPLETED, at: dates.completed_on },
        ].filter(({ at }) => state !== 'CANCELLED' || at !== null)
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
            {reason && <p className={view.small}>{reason.name}</p>}
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
