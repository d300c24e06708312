import { type SubmitEvent, useId, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { checkPin, managerRule, needsManager } from './manager-pin.ts'

const words = texts.manager

export interface WithManagerProps {
  /** What is undone. */
  readonly amount: Minor
  readonly isBusy: boolean
  readonly label: string
  readonly disabled?: boolean
  readonly isFirst?: boolean
  readonly onAllowed: () => void
}

/** The key that undoes something; above the limit of this till it asks for a manager's PIN first. */
export function WithManager({
  amount,
  isBusy,
  label,
  disabled = false,
  isFirst = false,
  onAllowed,
}: WithManagerProps) {
  const [isAsking, setAsking] = useState(false)
  const press = () => (needsManager(amount) ? setAsking(true) : onAllowed())
  if (isAsking) return <AskPin isBusy={isBusy} label={label} onAllowed={onAllowed} />
  return (
    <Key kind="danger" disabled={isBusy || disabled} onClick={press} ref={isFirst ? focusAtFirst : undefined}>
      {label}
    </Key>
  )
}

function AskPin({ isBusy, label, onAllowed }: Pick<WithManagerProps, 'isBusy' | 'label' | 'onAllowed'>) {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState('')
  const limit = texts.money(amountOf(managerRule()?.above ?? 0, digits), currency)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const verdict = await checkPin(pin)
    setPin('')
    if (verdict === 'RIGHT') onAllowed()
    else setWrong(verdict === 'LOCKED' ? words.locked : words.wrong)
  }
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={id}>{words.ask(limit)}</label>
      <div className={form.row}>
        <input
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}-wrong`}
          ref={focusAtFirst}
        />
        <Key type="submit" kind="danger" disabled={isBusy}>
          {label}
        </Key>
      </div>
      <p id={`${id}-wrong`} role="status" className={form.wrong}>
        {wrong}
      </p>
    </form>
  )
}
