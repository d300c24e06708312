import { useDeferredValue, useId, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { More } from '../more.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Shop, useShops } from './order-queries.ts'
import styles from './orders.module.css'

/** From so many on it is quicker to look for one by its name. */
const MANY = 8

/** Where one may order. */
export function Shops({ onChoose }: { readonly onChoose: (shop: Shop) => void }) {
  const { orders } = useTexts()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const shops = useShops(sought)
  const all = shops.data?.pages.flatMap(({ content }) => content) ?? []
  return (
    <section className={view.section} aria-labelledby="choose">
      <h2 id="choose" className={view.subtitle}>
        {orders.choose}
      </h2>
      {(sought !== '' || typed !== '' || all.length >= MANY) && <Seek value={typed} onChange={setTyped} />}
      <Answer key={sought} to={shops} waiting={<SkeletonLines lines={6} />}>
        {() => (all.length === 0 ? <None sought={sought} /> : <List shops={all} onChoose={onChoose} />)}
      </Answer>
      <More of={shops} />
    </section>
  )
}

interface ListProps {
  readonly shops: readonly Shop[]
  readonly onChoose: (shop: Shop) => void
}

/** Store 9 before Store 10. */
function List({ shops, onChoose }: ListProps) {
  const { locale } = useTexts()
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return (
    <ul className={view.list}>
      {shops
        .toSorted((one, other) => compare(one.name, other.name))
        .map((shop) => (
          <li key={shop.id}>
            <button type="button" className={`${view.row} ${styles.wide}`} onClick={() => onChoose(shop)}>
              <span className={view.name}>{shop.name}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}

function None({ sought }: { readonly sought: string }) {
  const { noMenu, noShop } = useTexts().orders
  const { title, text } = sought === '' ? noMenu : noShop
  return (
    <EmptyState icon="bag" title={title}>
      {text}
    </EmptyState>
  )
}

function Seek({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { orders } = useTexts()
  const id = useId()
  return (
    <div className={view.field}>
      <label htmlFor={id}>{orders.seekShop}</label>
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
