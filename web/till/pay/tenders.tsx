import { type SubmitEvent, useId, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor, readTyped } from '../sale/minor.ts'
import type { Tender } from '../sale/sale.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { quickAmounts } from './quick-amounts.ts'

const words = texts.pay

export interface TendersProps {
  readonly due: Minor
  readonly isBusy: boolean
  readonly onTake: (tender: readonly Tender[]) => void
}

/** How it is paid: likely notes, an amount that is typed (Enter alone is the exact one), card for all or for the rest. */
export function Tenders({ due, isBusy, onTake }: TendersProps) {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const [typed, setTyped] = useState('')
  const given = typed.trim() === '' ? due : readTyped(typed, digits)
  const isShort = given !== undefined && given < due
  const cash = isShort ? given : 0
  const show = (minor: Minor) => <Money amount={amountOf(minor, digits)} currency={currency} />
  const take = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isBusy && given !== undefined && !isShort) onTake([{ type: 'CASH', amount: given }])
  }
  return (
    <form className={form.form} onSubmit={take} noValidate>
      <div className={form.keys}>
        {[due, ...quickAmounts(due, digits)].map((amount) => (
          <Key key={amount} disabled={isBusy} onClick={() => onTake([{ type: 'CASH', amount }])}>
            {show(amount)}
          </Key>
        ))}
      </div>
      <label htmlFor={id}>{words.given}</label>
      <div className={form.row}>
        <input
          id={id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={given === undefined}
          aria-describedby={`${id}-about`}
          data-autofocus=""
        />
        <Key type="submit" kind="primary" disabled={isBusy || given === undefined || isShort}>
          {isBusy ? words.sending : words.take}
        </Key>
      </div>
      <p id={`${id}-about`} role="status" className={form.hint}>
        {given === undefined ? texts.price.wrong(digits) : isShort ? words.restByCard : words.enterExact}
      </p>
      <Key icon="card" disabled={isBusy || given === undefined} onClick={() => onTake(byCard(due, cash))}>
        {words.card} {show(due - cash)}
      </Key>
    </form>
  )
}

/** The whole by card, or what the cash leaves. */
function byCard(due: Minor, cash: Minor): Tender[] {
  const card: Tender = { type: 'CARD', amount: due - cash }
  return cash > 0 ? [{ type: 'CASH', amount: cash }, card] : [card]
}
