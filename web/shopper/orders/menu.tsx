import { useEffect, useId, useRef, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Key } from '../key.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { Basket } from './basket.tsx'
import { type Cart, changed, piecesOf } from './cart.ts'
import { fits, type Wish, wishesFor } from './diet.ts'
import { type Good, type Shop, useCatalogues, useCategories, useGoods } from './order-queries.ts'
import styles from './orders.module.css'
import { Shops } from './shops.tsx'

/** From so many products on it is quicker to look for one by its name. */
const MANY = 8

/** A shop, its menu, the cart, and what it comes to. */
export function Menu({ onPlaced }: { readonly onPlaced: () => void }) {
  const [shop, setShop] = useState<Shop>()
  if (shop === undefined) return <Shops onChoose={setShop} />
  return <OfShop key={shop.id} shop={shop} onBack={() => setShop(undefined)} onPlaced={onPlaced} />
}

interface OfShopProps {
  readonly shop: Shop
  readonly onBack: () => void
  readonly onPlaced: () => void
}

function OfShop({ shop, onBack, onPlaced }: OfShopProps) {
  const texts = useTexts()
  const catalogues = useCatalogues(shop.id)
  const [cart, setCart] = useState<Cart>(new Map())
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <div className={view.head}>
        <h2 ref={title} tabIndex={-1} className={view.subtitle}>
          {shop.name}
        </h2>
        <button type="button" className={styles.fold} onClick={onBack}>
          {texts.orders.otherShop}
        </button>
      </div>
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
                {cart.size > 0 && <ToBasket pieces={piecesOf(cart)} />}
              </div>
              {cart.size > 0 && <Basket shop={shop} cart={cart} onPlaced={onPlaced} />}
            </div>
          )
        }
      </Answer>
    </>
  )
}

/** A menu is long; what was chosen is one touch away, where the basket does not stand beside it. */
function ToBasket({ pieces }: { readonly pieces: number }) {
  const { orders } = useTexts()
  const show = () => {
    const basket = document.getElementById('cart')
    basket?.scrollIntoView({ block: 'start' })
    basket?.focus({ preventScroll: true })
  }
  return (
    <div className={styles.toBasket}>
      <Key kind="primary" icon="bag" onClick={show}>
        {orders.toCart(pieces)}
      </Key>
    </div>
  )
}

interface CatalogueProps {
  readonly id: string
  readonly name: string
  readonly cart: Cart
  readonly onChange: (product: string, by: number) => void
}

/** What may be ordered, under its categories, at its price. */
function Catalogue({ id, name, cart, onChange }: CatalogueProps) {
  const texts = useTexts()
  const categories = useCategories(id)
  const goods = useGoods(id)
  const [sought, setSought] = useState('')
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  return (
    <section className={view.section} aria-label={name}>
      <h3 className={view.subtitle}>{name}</h3>
      {(goods.data?.size ?? 0) >= MANY && <Search value={sought} onChange={setSought} />}
      {goods.data && <Diet goods={[...goods.data.values()]} wishes={wishes} onChange={setWishes} />}
      <Answer to={goods} waiting={<SkeletonLines lines={6} />}>
        {(all) => (
          <Answer to={categories} waiting={<SkeletonLines lines={6} />}>
            {({ content }) => {
              const shown = content
                .map((category) => ({
                  ...category,
                  goods: goodsOf(category.products, all, { sought, wishes }),
                }))
                .filter((category) => category.goods.length > 0)
              if (shown.length === 0)
                return (
                  <p role="status">{wishes.length > 0 ? texts.orders.noneFits : texts.orders.noneFound}</p>
                )
              return shown.map((category) => (
                <section key={category.id} className={view.section} aria-label={category.name}>
                  <h4 className={view.name}>{category.name}</h4>
                  <ul className={view.list}>
                    {category.goods.map((good) => (
                      <li key={good.id} className={view.row}>
                        <OneGood good={good} quantity={cart.get(good.id) ?? 0} onChange={onChange} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))
            }}
          </Answer>
        )}
      </Answer>
    </section>
  )
}

function goodsOf(
  placed: readonly { readonly product: { readonly id: string } }[],
  goods: ReadonlyMap<string, Good>,
  { sought, wishes }: { readonly sought: string; readonly wishes: readonly Wish[] },
): readonly Good[] {
  const part = sought.trim().toLocaleLowerCase()
  return placed.flatMap(({ product }) => {
    const good = goods.get(product.id)
    const isNamed = `${good?.name} ${good?.description ?? ''}`.toLocaleLowerCase().includes(part)
    return good && isNamed && fits(good, wishes) ? [good] : []
  })
}

interface DietProps {
  readonly goods: readonly Good[]
  readonly wishes: readonly Wish[]
  readonly onChange: (wishes: readonly Wish[]) => void
}

/** What one eats; only where the menu has both, what fits and what does not. */
function Diet({ goods, wishes, onChange }: DietProps) {
  const { orders } = useTexts()
  const offered = wishesFor(goods)
  if (offered.length === 0) return null
  return (
    <fieldset className={view.section}>
      <legend className={view.small}>{orders.diet}</legend>
      <div className={view.chips}>
        {offered.map((wish) => (
          <label key={wish}>
            <input
              type="checkbox"
              checked={wishes.includes(wish)}
              onChange={({ target }) =>
                onChange(target.checked ? [...wishes, wish] : wishes.filter((each) => each !== wish))
              }
            />
            {orders.wishes[wish]}
          </label>
        ))}
      </div>
      <p className={view.small}>{orders.dietMeans}</p>
    </fieldset>
  )
}

function Search({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const texts = useTexts()
  const id = useId()
  return (
    <div className={view.field}>
      <label htmlFor={id}>{texts.orders.search}</label>
      <input
        id={id}
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
      />
    </div>
  )
}

interface OneGoodProps {
  readonly good: Good
  readonly quantity: number
  readonly onChange: (product: string, by: number) => void
}

function OneGood({ good, quantity, onChange }: OneGoodProps) {
  const texts = useTexts()
  const { id, name, description, pricing } = good
  const price = pricing.find(({ is_default }) => is_default) ?? pricing[0]
  return (
    <>
      <span>
        <span className={view.name}>{name}</span>
        {price && (
          <>
            <br />
            <Money amount={price.price} currency={price.currency_code} />
          </>
        )}
        {description !== null && description !== '' && (
          <>
            <br />
            <span className={view.small}>{description}</span>
          </>
        )}
        {good.dietary_tags.length > 0 && (
          <>
            <br />
            <span className={styles.tags}>
              {good.dietary_tags.map((tag) => texts.orders.tags[tag]).join(' · ')}
            </span>
          </>
        )}
      </span>
      <span className={styles.stepper}>
        {quantity > 0 && (
          <>
            <Key onClick={() => onChange(id, -1)} aria-label={texts.orders.less(name)}>
              −
            </Key>
            <output>{quantity}</output>
          </>
        )}
        <Key onClick={() => onChange(id, 1)} aria-label={texts.orders.add(name)}>
          +
        </Key>
      </span>
    </>
  )
}
