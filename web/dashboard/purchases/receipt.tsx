import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Id } from '../../kit/id.tsx'
import { exactText } from '../../kit/moment.ts'
import { Money, type MoneyProps } from '../../kit/money.tsx'
import type { Purchase } from '../queries.ts'
import { texts } from '../texts.ts'
import styles from './receipt.module.css'

const words = texts.purchase
const quantities = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 3 })

/** The purchase as the paper that the customer holds. */
export function Receipt({
  purchase,
  zone,
}: {
  readonly purchase: Purchase
  readonly zone: string | undefined
}) {
  const { organisation, parent_organisation: merchant, receipt } = purchase
  return (
    <section className={styles.receipt} aria-label={words.receipt}>
      <header className={styles.head}>
        <p className={styles.venue}>{organisation.name}</p>
        {merchant && <p>{merchant.name}</p>}
        <p>{exactText(purchase.date, texts.locale, zone)}</p>
        <p className={styles.number}>{purchase.reference_number ?? purchase.code}</p>
      </header>
      <Lines purchase={purchase} />
      <Totals purchase={purchase} />
      <footer className={styles.foot}>
        <Id value={receipt.signed_code} of={words.code} isWhole />
      </footer>
    </section>
  )
}

const SHOWN_AT_FIRST = 12

function Lines({ purchase: { products, currency_code: currency } }: { readonly purchase: Purchase }) {
  const [isWhole, setWhole] = useState(false)
  const lines = isWhole ? products : products.slice(0, SHOWN_AT_FIRST)
  if (products.length === 0) return <p className={styles.noLines}>{words.noLines}</p>
  return (
    <>
      <ul className={styles.lines} aria-label={words.lines}>
        {lines.map((line) => (
          <li key={line.line}>
            <span>
              {line.quantity !== 1 && (
                <span className={styles.quantity}>{quantities.format(line.quantity)} × </span>
              )}
              {line.product_sku.name}
            </span>
            <Money amount={line.total_amount} currency={currency} />
            <LineRewards award={line.award} spend={line.spend} currency={currency} />
          </li>
        ))}
      </ul>
      {lines.length < products.length && (
        <div className={styles.more}>
          <Button onClick={() => setWhole(true)}>{words.allLines(products.length)}</Button>
        </div>
      )}
    </>
  )
}

function LineRewards({
  award,
  spend,
  currency,
}: {
  readonly award: number
  readonly spend: number
  readonly currency: string
}) {
  if (award === 0 && spend === 0) return null
  return (
    <span className={styles.rewards}>
      {award !== 0 && (
        <span>
          {words.earned} <Money amount={award} currency={currency} />
        </span>
      )}
      {spend !== 0 && (
        <span>
          {words.paidWith} <Money amount={spend} currency={currency} />
        </span>
      )}
    </span>
  )
}

function Totals({ purchase }: { readonly purchase: Purchase }) {
  const { net, tax, discount, total } = purchase.transaction_amounts
  const { spend } = purchase.rewards
  const isBackEnd = purchase.reduction_method === 'BACK_END'
  const currency = purchase.currency_code
  return (
    <dl className={styles.totals}>
      {net !== null && <Total name={words.net} amount={net} currency={currency} />}
      {tax !== null && <Total name={words.tax} amount={tax} currency={currency} />}
      {discount !== null && discount !== 0 && (
        <Total name={words.discount} amount={-discount} currency={currency} />
      )}
      <Total name={words.total} amount={total} currency={currency} weight="total" />
      {spend !== 0 && !isBackEnd && (
        <Total name={words.spent} amount={-spend} currency={currency} weight="spend" />
      )}
      <Total name={words.due} amount={purchase.amount_due} currency={currency} weight="due" />
      {spend !== 0 && isBackEnd && (
        <Total name={words.paidOut} amount={spend} currency={currency} weight="spend" />
      )}
    </dl>
  )
}

interface TotalProps extends MoneyProps {
  readonly name: ReactNode
  readonly weight?: 'total' | 'spend' | 'due'
}

function Total({ name, weight, ...money }: TotalProps) {
  return (
    <div data-weight={weight}>
      <dt>{name}</dt>
      <dd>
        <Money {...money} />
      </dd>
    </div>
  )
}
