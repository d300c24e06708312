import type { Purchase } from '@tillback/sdk'
import { useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import form from '../screen/form.module.css'
import { texts } from '../texts.ts'
import { Facts } from './facts.tsx'
import styles from './return-lines.module.css'
import { type Back, linesLeft, sharesOf } from './what-is-left.ts'
import { WithManager } from './with-pin.tsx'

const words = texts.undo

export interface ReturnLinesProps {
  readonly purchase: Purchase
  readonly isBusy: boolean
  readonly onReturn: (quantities: ReadonlyMap<number, number>) => void
}

/** How many pieces of which line come back; never more than are left. */
export function ReturnLines({ purchase, isBusy, onReturn }: ReturnLinesProps) {
  const { venue } = useStanding()
  const [quantities, setQuantities] = useState<ReadonlyMap<number, number>>(new Map())
  const lines = linesLeft(purchase)
  const back = sharesOf(purchase, quantities, venue.digits)
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
      {quantities.size > 0 && <Undone back={back} purchase={purchase} />}
      <WithManager
        amount={back.worth}
        label={words.takeBack}
        isBusy={isBusy}
        disabled={quantities.size === 0}
        onAllowed={() => onReturn(quantities)}
      />
    </>
  )
}

/** What is undone, said before it is done: the pieces' shares of what the lines cost, earned and were paid with. */
function Undone({ back, purchase }: { readonly back: Back; readonly purchase: Purchase }) {
  const { digits } = useStanding().venue
  const { currency_code: currency, reduction_method, spends } = purchase
  const amount = (minor: Minor) => amountOf(minor, digits)
  // A discount went off the price and comes back to nobody.
  const isWallet = spends.every(({ method }) => method !== 'INSTANT')
  const deducted = reduction_method === 'FRONT_END' ? back.spend : 0
  return (
    <>
      <h3>{words.consequences}</h3>
      <Facts
        currency={currency}
        facts={[
          { name: words.awardReversed, amount: -amount(back.award) },
          {
            name: words.spendReturned,
            amount: isWallet ? amount(back.spend) : 0,
            tone: 'award',
            signed: true,
          },
          { name: words.giveBack, amount: amount(back.worth - deducted) },
        ]}
      />
      <p className={form.hint}>{words.ifConditionBreaks}</p>
    </>
  )
}
