import type { Purchase } from '@tillback/sdk'
import { type SubmitEvent, useDeferredValue, useId, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { amountOf, decimalText, type Minor } from '../sale/minor.ts'
import { focusAtFirst, focusNamed } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { PinField, refusedByManager } from './pin-field.tsx'
import { ReturnUndoes } from './undone.tsx'
import { readBack } from './what-is-left.ts'

const words = texts.undo

export interface ReturnAmountProps {
  readonly purchase: Purchase
  /** The value of what is still with the customer. */
  readonly left: Minor
  readonly isBusy: boolean
  readonly onReturn: (amount: Minor, notes: string) => void
}

/** Goods that no line names, by what they cost. */
export function ReturnAmount({ purchase, left, isBusy, onReturn }: ReturnAmountProps) {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const meant = readBack(useDeferredValue(typed), { left, digits })
  const most = texts.money(amountOf(left, digits), currency)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = event.currentTarget
    const given = new FormData(written)
    const wrong = (field: string, why: string) => {
      setProblem(why)
      focusNamed(written, field)
    }
    const back = readBack(typed, { left, digits })
    if (back.is === 'NONE') return wrong('amount', texts.price.wrong(digits))
    if (back.is === 'TOO_MUCH') return wrong('amount', words.tooMuch(most))
    const refused = await refusedByManager(back.amount, given)
    if (refused !== undefined) return wrong('pin', refused)
    setProblem('')
    onReturn(back.amount, String(given.get('notes') ?? '').trim())
  }
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={`${id}-amount`}>{words.amount}</label>
      <div className={form.row}>
        <input
          id={`${id}-amount`}
          name="amount"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          ref={focusAtFirst}
        />
        <Key onClick={() => setTyped(decimalText(left, digits))}>{words.allLeft(most)}</Key>
      </div>
      <label htmlFor={`${id}-notes`}>{words.reason}</label>
      <input id={`${id}-notes`} name="notes" autoComplete="off" />
      <PinField />
      <p id={`${id}-problem`} role="status" className={form.wrong}>
        {problem}
      </p>
      {meant.is === 'AMOUNT' && (
        <ReturnUndoes purchase={purchase} goods={{ return_amount: decimalText(meant.amount, digits) }} />
      )}
      <Key type="submit" kind="danger" disabled={isBusy}>
        {words.takeBack}
      </Key>
    </form>
  )
}
