import { Heard } from '../../kit/announcement.tsx'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import type { Order } from '../orders/use-orders.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { texts } from '../texts.ts'
import { Key } from './key.tsx'
import styles from './key-bar.module.css'
import type { Action } from './use-keys.ts'

const words = texts.keys

export interface KeyBarProps {
  readonly due: Minor
  readonly isEmpty: boolean
  readonly orders: readonly Order[]
  readonly onAct: (action: Action) => void
}

/** What the till does, each with its key. */
export function KeyBar({ due, isEmpty, orders, onAct }: KeyBarProps) {
  const { digits, currency } = useStanding().venue
  const waiting = orders.filter(({ state }) => state === 'NEW').length
  return (
    <nav className={styles.bar} aria-label={words.title}>
      <Key icon="cross" hint="Esc" disabled={isEmpty} onClick={() => onAct('CLEAR')}>
        {words.clear}
      </Key>
      <Key icon="spend" hint="F6" disabled={isEmpty} onClick={() => onAct('SPEND')}>
        {words.spend}
      </Key>
      <Key icon="bag" hint="F7" onClick={() => onAct('ORDERS')}>
        {words.orders}
        {waiting > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{waiting}</span>
            <Heard>{texts.orders.waiting(waiting)}</Heard>
          </span>
        )}
      </Key>
      <Key icon="undo" hint="F8" onClick={() => onAct('RETURN')}>
        {words.returns}
      </Key>
      <Key icon="receipt" hint="F10" onClick={() => onAct('VOID')}>
        {words.void}
      </Key>
      <span className={styles.pay}>
        <Key kind="primary" hint="F9" disabled={isEmpty} onClick={() => onAct('PAY')}>
          <span>{words.pay}</span>{' '}
          <span className={styles.due}>
            <Money amount={amountOf(due, digits)} currency={currency} />
          </span>
        </Key>
      </span>
    </nav>
  )
}
