import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { texts } from '../texts.ts'
import { Key } from './key.tsx'
import styles from './key-bar.module.css'
import type { Action } from './use-keys.ts'

const words = texts.keys

export interface KeyBarProps {
  readonly due: Minor
  readonly isEmpty: boolean
  readonly onAct: (action: Action) => void
}

/** What the till does, each with its key. */
export function KeyBar({ due, isEmpty, onAct }: KeyBarProps) {
  const { digits, currency } = useStanding().venue
  return (
    <nav className={styles.bar} aria-label={words.title}>
      <Key icon="cross" hint="Esc" disabled={isEmpty} onClick={() => onAct('CLEAR')}>
        {words.clear}
      </Key>
      <Key icon="spend" hint="F6" disabled={isEmpty} onClick={() => onAct('SPEND')}>
        {words.spend}
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
