import type { Purchase } from '@tillback/sdk'
import { useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { useStanding } from '../api/client.ts'
import { texts } from '../texts.ts'
import styles from './return-lines.module.css'
import { type Goods, ReturnUndoes } from './undone.tsx'
import { linesLeft, worthOf } from './what-is-left.ts'
import { WithManager } from './with-pin.tsx'

const words = texts.undo

export interface ReturnLinesProps {
  readonly purchase: Purchase
  readonly isBusy: boolean
  readonly onReturn: (goods: Goods) => void
}

/** How many pieces of which line come back; never more than are left. */
export function ReturnLines({ purchase, isBusy, onReturn }: ReturnLinesProps) {
  const { venue } = useStanding()
  const [quantities, setQuantities] = useState<ReadonlyMap<number, number>>(new Map())
  const lines = linesLeft(purchase)
  const set = (line: number, quantity: number) => {
    const next = new Map(quantities)
    if (quantity > 0) next.set(line, quantity)
    else next.delete(line)
    setQuantities(next)
  }
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(({ line, product_sku, quantity, returned_quantity }) => {
          const left = quantity - returned_quantity
          const pieces = quantities.get(line) ?? 0
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
                  disabled={pieces === 0}
                  onClick={() => set(line, Math.max(0, pieces - 1))}
                />
                <output aria-label={words.back(product_sku.name)}>{pieces}</output>
                <IconButton
                  icon="plus"
                  label={words.moreBack(product_sku.name)}
                  disabled={pieces >= left}
                  onClick={() => set(line, Math.min(left, pieces + 1))}
                />
              </span>
            </li>
          )
        })}
      </ul>
      {quantities.size > 0 && <ReturnUndoes purchase={purchase} goods={goodsOf(quantities)} />}
      <WithManager
        amount={worthOf(purchase, quantities, venue.digits)}
        label={words.takeBack}
        isBusy={isBusy}
        disabled={quantities.size === 0}
        onAllowed={() => onReturn(goodsOf(quantities))}
      />
    </>
  )
}

function goodsOf(quantities: ReadonlyMap<number, number>): Goods {
  return { products: [...quantities].map(([line, quantity]) => ({ line, quantity: String(quantity) })) }
}
