import { useState } from 'react'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { Menu } from './menu.tsx'
import { MyOrders } from './my-orders.tsx'

const PARTS = ['mine', 'order'] as const

/** What was ordered and how far it is; and ordering. */
export function Orders() {
  const texts = useTexts()
  const [part, setPart] = useState<(typeof PARTS)[number]>('mine')
  return (
    <>
      <h1 className={view.title}>{texts.orders.title}</h1>
      <fieldset className={view.chips} aria-label={texts.orders.title}>
        {PARTS.map((name) => (
          <label key={name}>
            <input type="radio" name="part" checked={part === name} onChange={() => setPart(name)} />
            {texts.orders[name]}
          </label>
        ))}
      </fieldset>
      {part === 'mine' ? <MyOrders /> : <Menu onPlaced={() => setPart('mine')} />}
    </>
  )
}
