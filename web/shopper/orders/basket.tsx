import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Answer } from '../../kit/answer.tsx'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Cart, itemsOf } from './cart.ts'
import { dayTimeText } from './day-time.ts'
import { type Estimate, type Shop, useEstimate } from './order-queries.ts'
import styles from './orders.module.css'

/** Minutes from now for which an order can be placed. */
const LATER = [15, 30, 45, 60, 90, 120] as const

interface BasketProps {
  readonly shop: Shop
  readonly cart: Cart
  readonly onPlaced: () => void
}

/** What it comes to is told by the shop; nothing is reckoned here. */
export function Basket({ shop, cart, onPlaced }: BasketProps) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const [usesWallet, setUsesWallet] = useState(true)
  const [funds, setFunds] = useState<number>()
  const [inMinutes, setInMinutes] = useState<number>()
  const estimate = useEstimate({ venue: shop.id, items: itemsOf(cart), usesWallet, funds, inMinutes })
  const place = useMutation({
    mutationFn: (id: string) =>
      client.selfService.placeOwnOrder({
        estimation_id: id,
        payments: [{ payment_method_type: 'CASH' }],
      }),
    onSuccess: () => {
      refresh()
      onPlaced()
    },
  })
  return (
    <section className={`${view.card} ${styles.basket}`} aria-labelledby="cart">
      <header>
        <h3 id="cart" tabIndex={-1} className={view.subtitle}>
          {texts.orders.cart}
        </h3>
        <p className={view.small}>{texts.orders.from(shop.name)}</p>
      </header>
      <When value={inMinutes} onChange={setInMinutes} />
      <label className={view.switch}>
        {texts.orders.useWallet}
        <input
          type="checkbox"
          checked={usesWallet}
          onChange={(event) => setUsesWallet(event.target.checked)}
        />
      </label>
      <Answer to={estimate} waiting={<SkeletonLines lines={3} />}>
        {(data) => (
          <>
            {usesWallet && data.wallet.usable > 0 && (
              <HowMuch key={data.wallet.usable} estimate={data} onChange={setFunds} />
            )}
            <Sums estimate={data} />
            <WhyNot estimate={data} />
            <Key
              kind="primary"
              onClick={() => place.mutate(data.id)}
              disabled={place.isPending || estimate.isFetching || !data.order_estimate.ordering_allowed}
            >
              {place.isPending ? texts.orders.placing : texts.orders.place}
            </Key>
          </>
        )}
      </Answer>
      {place.error && <Problem of={place.error} />}
    </section>
  )
}

interface WhenProps {
  readonly value: number | undefined
  readonly onChange: (minutes: number | undefined) => void
}

function When({ value, onChange }: WhenProps) {
  const texts = useTexts()
  const id = useId()
  const [now] = useState(() => Date.now() / 1_000)
  return (
    <div className={view.field}>
      <label htmlFor={id}>{texts.orders.when}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">{texts.orders.soon}</option>
        {LATER.map((minutes) => (
          <option key={minutes} value={minutes}>
            {texts.orders.inMinutes(minutes, dayTimeText(now + minutes * 60, now, texts.locale))}
          </option>
        ))}
      </select>
    </div>
  )
}

interface HowMuchProps {
  readonly estimate: Estimate
  readonly onChange: (funds: number) => void
}

/** Asked for when it is let go, not at each step on the way. */
function HowMuch({ estimate, onChange }: HowMuchProps) {
  const texts = useTexts()
  const id = useId()
  const { usable } = estimate.wallet
  const { wallet_funds_amount: taken, currency_code: currency } = estimate.invoice_estimate
  const [wanted, setWanted] = useState(taken)
  const settle = () => {
    if (wanted !== taken) onChange(wanted)
  }
  return (
    <div className={view.field}>
      <label htmlFor={id}>
        {texts.orders.howMuch} <Money amount={wanted} currency={currency} />
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={usable}
        step={smallestOf(currency)}
        value={wanted}
        onChange={({ target }) => setWanted(Number(target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        aria-valuetext={`${amountText(wanted, { currency, locale: texts.locale }).figures} ${currency}`}
      />
    </div>
  )
}

/** The least that the currency has. */
function smallestOf(currency: string): number {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return 10 ** -digits
}

function Sums({ estimate: { invoice_estimate: invoice, rewards } }: { readonly estimate: Estimate }) {
  const { orders } = useTexts()
  const { total, wallet_funds_amount: funds, amount_due: due, currency_code: currency } = invoice
  return (
    <dl className={styles.sums}>
      <Sum name={orders.total}>
        <Money amount={total} currency={currency} />
      </Sum>
      {rewards.discount > 0 && (
        <Sum name={orders.discount}>
          <Money amount={-rewards.discount} currency={currency} tone="spend" />
        </Sum>
      )}
      {funds > 0 && (
        <Sum name={orders.fromWallet}>
          <Money amount={-funds} currency={currency} tone="spend" />
        </Sum>
      )}
      <Sum name={orders.due}>
        <strong>
          <Money amount={due} currency={currency} />
        </strong>
      </Sum>
      {rewards.award > 0 && (
        <Sum name={orders.earns}>
          <Money amount={rewards.award} currency={currency} tone="award" signed />
        </Sum>
      )}
    </dl>
  )
}

function Sum({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What keeps it from being ordered, or is left out of it. */
function WhyNot({ estimate }: { readonly estimate: Estimate }) {
  const { orders } = useTexts()
  const { order_estimate: asked, invalid_products: missing, invoice_estimate: invoice } = estimate
  return (
    <>
      {!asked.ordering_allowed && asked.minimum_amount !== null && (
        <p role="status" className={view.notice} data-tone="warning">
          <span>
            {orders.atLeast} <Money amount={asked.minimum_amount} currency={invoice.currency_code} />
          </span>
        </p>
      )}
      {missing.length > 0 && (
        <p role="status" className={view.notice} data-tone="warning">
          {orders.unavailable(missing.map(({ product }) => product.name).join(', '))}
        </p>
      )}
    </>
  )
}
