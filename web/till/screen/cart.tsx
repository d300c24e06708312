import { useEffect, useRef } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import type { Line } from '../sale/basket.ts'
import { priceOf } from '../sale/basket.ts'
import type { Change } from '../sale/change-sale.ts'
import { amountOf } from '../sale/minor.ts'
import type { Sale } from '../sale/sale.ts'
import { texts } from '../texts.ts'
import styles from './cart.module.css'
import { useLineKeys } from './use-line-keys.ts'

const words = texts.basket

export interface CartProps {
  readonly sale: Sale
  readonly onChange: (change: Change) => void
}

/** The lines of the basket; the selected one has the quantity keys. */
export function Cart({ sale, onChange }: CartProps) {
  const { basket, selected } = sale
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list moves when another line is selected or added
  useEffect(() => {
    list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [selected, basket.length])
  useLineKeys(sale, (change) => {
    onChange(change)
    // Who goes through the lines takes the focus along.
    const isHere = list.current?.contains(document.activeElement)
    if (change.do === 'SELECT' && isHere) {
      list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(change.key ?? '')}"]`)?.focus()
    }
  })
  if (basket.length === 0) return <p className={styles.empty}>{words.empty}</p>
  return (
    <ul ref={list} className={styles.lines} aria-label={words.title} data-lines="">
      {basket.map((line) => (
        <CartLine key={line.key} line={line} isSelected={line.key === selected} onChange={onChange} />
      ))}
    </ul>
  )
}

function CartLine({
  line,
  isSelected,
  onChange,
}: {
  readonly line: Line
  readonly isSelected: boolean
  readonly onChange: CartProps['onChange']
}) {
  const { venue } = useStanding()
  const money = (minor: number) => <Money amount={amountOf(minor, venue.digits)} currency={venue.currency} />
  const count = (by: number) => onChange({ do: 'QUANTITY', key: line.key, quantity: line.quantity + by })
  return (
    <li className={styles.line} data-selected={isSelected || undefined}>
      <button
        type="button"
        className={styles.what}
        aria-pressed={isSelected}
        data-line={line.key}
        onClick={() => onChange({ do: 'SELECT', key: line.key })}
      >
        <span className={styles.name}>{line.name}</span>
        <span className={styles.each}>
          {line.quantity} × {money(line.price)}
        </span>
      </button>
      {isSelected && (
        <span className={styles.steps}>
          <IconButton
            icon="minus"
            label={words.fewer(line.name)}
            aria-keyshortcuts="-"
            onClick={() => count(-1)}
          />
          <output aria-label={words.quantity}>{line.quantity}</output>
          <IconButton
            icon="plus"
            label={words.more(line.name)}
            aria-keyshortcuts="+"
            onClick={() => count(1)}
          />
        </span>
      )}
      <span className={styles.price}>{money(priceOf(line))}</span>
    </li>
  )
}
