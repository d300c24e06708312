import { type SubmitEvent, useId, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { focusNamed } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import type { Article } from './basket.ts'
import { decimalText, readTyped } from './minor.ts'
import type { Offered } from './use-catalogue.ts'

const words = texts.price

export interface AskPriceProps {
  readonly article: Offered
  readonly onPriced: (article: Article) => void
  readonly onClose: () => void
}

// What was typed last for an article is offered the next time.
const lastPrices = new Map<string, number>()

/** Asks what an article costs whose price the platform does not know. */
export function AskPrice({ article, onPriced, onClose }: AskPriceProps) {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const last = lastPrices.get(article.sku)
  const [typed, setTyped] = useState(last === undefined ? '' : decimalText(last, digits))
  const [isWrong, setWrong] = useState(false)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const price = readTyped(typed, digits)
    if (price === undefined || price === 0) {
      focusNamed(event.currentTarget, 'price')
      return setWrong(true)
    }
    lastPrices.set(article.sku, price)
    onPriced({ sku: article.sku, name: article.name, price, taxRate: article.taxRate })
  }
  return (
    <Window title={words.title(article.name)} closeLabel={texts.close} onClose={onClose}>
      <form className={form.form} onSubmit={submit} noValidate>
        <label htmlFor={id}>
          {words.label} ({currency})
        </label>
        <input
          id={id}
          name="price"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={`${id}-wrong`}
          data-autofocus=""
        />
        <p id={`${id}-wrong`} role="status" className={form.wrong}>
          {isWrong && words.wrong(digits)}
        </p>
        <Key type="submit" kind="primary">
          {words.add}
        </Key>
      </form>
    </Window>
  )
}
