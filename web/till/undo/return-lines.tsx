import type { Purchase } from '@tillback/sdk'
import { useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import styles from './return-lines.module.css'

const words = texts.undo

export interface ReturnLinesProps {
  readonly purchase: Purchase
  readonly isBusy: boolean
  readonly onReturn: (quantities: ReadonlyMap<number, number>) => void
}

/** How many pieces of which line come back; never more than are left. */
export function ReturnLines({ purchase, isBusy, onReturn }: ReturnLinesProps) {
  const [quantities, setQuantities] = useState<ReadonlyMap<number, number>>(new Map())
  const lines = purchase.products.filter(({ quantity, returned_quantity }) => quantity > returned_quantity)
  const set = (line: number, quantity: number) => {
    const next = new Map(quantities)
    if (quantity > 0) next.set(line, quantity)
    else next.delete(line)
    setQuantities(next)
  }
  if (lines.length === 0) return <p className={form.notice}>{words.nothingLeft}</p>
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(({ line, product_sku, quantity, returned_quantity }) => {
          const left = quantity - returned_quantity
          const back = quantities.get(line) ?? 0
          return (
            <li key={line}>
              <span>
                <strong>{product_sku.name}</strong>
                <small>{words.left(left)}</small>
              </span>
              <span className={styles.steps}>
                <IconButton
                  icon="minus"
                  label={words.fewerBack(product_sku.name)}
                  disabled={back === 0}
                  onClick={() => set(line, Math.max(0, back - 1))}
                />
                <output aria-label={words.back(product_sku.name)}>{back}</output>
                <IconButton
                  icon="plus"
                  label={words.moreBack(product_sku.name)}
                  disabled={back >= left}
                  onClick={() => set(line, Math.min(left, back + 1))}
                />
              </span>
            </li>
          )
        })}
      </ul>
      <Key kind="danger" disabled={isBusy || quantities.size === 0} onClick={() => onReturn(quantities)}>
        {words.takeBack}
      </Key>
    </>
  )
}
