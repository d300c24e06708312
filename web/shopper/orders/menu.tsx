import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Cart, changed, itemsOf } from './cart.ts'
import { useCatalogues, useCategories, useEstimate, useVenues } from './order-queries.ts'
import styles from './orders.module.css'

/** A venue, its menu, the cart, and what it comes to. */
export function Menu({ onPlaced }: { readonly onPlaced: () => void }) {
  const texts = useTexts()
  const venues = useVenues()
  const [venue, setVenue] = useState<string>()
  if (venue !== undefined) {
    return <OfVenue key={venue} venue={venue} onBack={() => setVenue(undefined)} onPlaced={onPlaced} />
  }
  return (
    <section className={view.section} aria-labelledby="choose">
      <h2 id="choose" className={view.subtitle}>
        {texts.orders.choose}
      </h2>
      <Answer to={venues} waiting={<SkeletonLines lines={4} />}>
        {(all) => (
          <ul className={view.list}>
            {all.map(({ id, name }) => (
              <li key={id}>
                <button type="button" className={`${view.row} ${styles.wide}`} onClick={() => setVenue(id)}>
                  <span className={view.name}>{name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}

interface OfVenueProps {
  readonly venue: string
  readonly onBack: () => void
  readonly onPlaced: () => void
}

function OfVenue({ venue, onBack, onPlaced }: OfVenueProps) {
  const texts = useTexts()
  const catalogues = useCatalogues(venue)
  const [cart, setCart] = useState<Cart>(new Map())
  return (
    <>
      <Key icon="back" onClick={onBack}>
        {texts.orders.choose}
      </Key>
      <Answer to={catalogues} waiting={<SkeletonLines lines={6} />}>
        {({ content }) =>
          content.length === 0 ? (
            <EmptyState icon="bag" title={texts.orders.noMenu.title}>
              {texts.orders.noMenu.text}
            </EmptyState>
          ) : (
            <div className={view.two}>
              <div className={view.section}>
                {content.map(({ id, display_name }) => (
                  <Catalogue
                    key={id}
                    id={id}
                    name={display_name}
                    cart={cart}
                    onChange={(product, by) => setCart(changed(cart, product, by))}
                  />
                ))}
              </div>
              {cart.size > 0 && <Basket venue={venue} cart={cart} onPlaced={onPlaced} />}
            </div>
          )
        }
      </Answer>
    </>
  )
}

interface CatalogueProps {
  readonly id: string
  readonly name: string
  readonly cart: Cart
  readonly onChange: (product: string, by: number) => void
}

function Catalogue({ id, name, cart, onChange }: CatalogueProps) {
  const texts = useTexts()
  const categories = useCategories(id)
  return (
    <section className={view.section} aria-label={name}>
      <h2 className={view.subtitle}>{name}</h2>
      <Answer to={categories} waiting={<SkeletonLines lines={6} />}>
        {({ content }) =>
          content
            .filter(({ products }) => products.length > 0)
            .map((category) => (
              <section key={category.id} className={view.section} aria-label={category.name}>
                <h3 className={view.name}>{category.name}</h3>
                <ul className={view.list}>
                  {category.products.map(({ product }) => {
                    const quantity = cart.get(product.id) ?? 0
                    return (
                      <li key={product.id} className={view.row}>
                        <span>{product.name}</span>
                        <span className={styles.stepper}>
                          {quantity > 0 && (
                            <>
                              <Key
                                onClick={() => onChange(product.id, -1)}
                                aria-label={texts.orders.less(product.name)}
                              >
                                −
                              </Key>
                              <output>{quantity}</output>
                            </>
                          )}
                          <Key
                            onClick={() => onChange(product.id, 1)}
                            aria-label={texts.orders.add(product.name)}
                          >
                            +
                          </Key>
                        </span>
                      </li>
                    )
                  })}
                </ul>
              </section>
            ))
        }
      </Answer>
    </section>
  )
}

interface BasketProps {
  readonly venue: string
  readonly cart: Cart
  readonly onPlaced: () => void
}

/** What it comes to is told by the shop; nothing is reckoned here. */
function Basket({ venue, cart, onPlaced }: BasketProps) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const [usesWallet, setUsesWallet] = useState(true)
  const estimate = useEstimate({ venue, items: itemsOf(cart), usesWallet })
  const place = useMutation({
    mutationFn: (id: string) =>
      client.selfService.placeOwnOrder({
        estimation_id: id,
        use_wallet_funds: usesWallet,
        payments: [{ payment_method_type: 'CASH' }],
      }),
    onSuccess: () => {
      refresh()
      onPlaced()
    },
  })
  return (
    <section className={view.card} aria-labelledby="cart">
      <h2 id="cart" className={view.subtitle}>
        {texts.orders.cart}
      </h2>
      <label className={view.switch}>
        {texts.orders.useWallet}
        <input
          type="checkbox"
          checked={usesWallet}
          onChange={(event) => setUsesWallet(event.target.checked)}
        />
      </label>
      <Answer to={estimate} waiting={<SkeletonLines lines={3} />}>
        {({ id, invoice_estimate: { total, wallet_funds_amount, amount_due, currency_code } }) => (
          <>
            <dl className={styles.sums}>
              <div>
                <dt>{texts.orders.total}</dt>
                <dd>
                  <Money amount={total} currency={currency_code} />
                </dd>
              </div>
              {wallet_funds_amount > 0 && (
                <div>
                  <dt>{texts.orders.fromWallet}</dt>
                  <dd>
                    <Money amount={-wallet_funds_amount} currency={currency_code} tone="spend" />
                  </dd>
                </div>
              )}
              <div>
                <dt>{texts.orders.due}</dt>
                <dd>
                  <Money amount={amount_due} currency={currency_code} />
                </dd>
              </div>
            </dl>
            <Key
              kind="primary"
              onClick={() => place.mutate(id)}
              disabled={place.isPending || estimate.isFetching}
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
