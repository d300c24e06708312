import { type SubmitEvent, useId, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { amountOf, readTyped } from '../sale/minor.ts'
import { focusNamed } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { checkPin, endManagerRule, isPin, managerRule, setManagerRule } from './manager-pin.ts'

const words = texts.manager

/** From which amount on undoing needs a manager; who knows the PIN may change or end that. */
export function LimitSettings() {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const [rule, setRule] = useState(managerRule)
  const [said, setSaid] = useState('')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = event.currentTarget
    const given = new FormData(written)
    const wrong = (field: string, why: string) => {
      setSaid(why)
      focusNamed(written, field)
    }
    const pin = String(given.get('pin') ?? '')
    if (rule) {
      const verdict = await checkPin(pin)
      if (verdict !== 'RIGHT') return wrong('pin', verdict === 'LOCKED' ? words.locked : words.wrong)
      endManagerRule()
    } else {
      const above = readTyped(String(given.get('above') ?? ''), digits)
      if (above === undefined) return wrong('above', texts.price.wrong(digits))
      if (!isPin(pin)) return wrong('pin', words.pinNeeded)
      await setManagerRule({ above, pin })
    }
    setSaid('')
    setRule(managerRule())
  }
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{words.title}</h3>
      <p className={form.hint}>
        {rule ? words.set(texts.money(amountOf(rule.above, digits), currency)) : words.notSet}
      </p>
      <div className={form.two} key={rule ? 'set' : 'not set'}>
        {!rule && (
          <span>
            <label htmlFor={`${id}-above`}>
              {words.above} ({currency})
            </label>
            <input id={`${id}-above`} name="above" inputMode="decimal" autoComplete="off" />
          </span>
        )}
        <span>
          <label htmlFor={`${id}-pin`}>{words.pin}</label>
          <input id={`${id}-pin`} name="pin" type="password" inputMode="numeric" autoComplete="off" />
        </span>
      </div>
      <p role="status" className={form.wrong}>
        {said}
      </p>
      <Key type="submit">{rule ? words.end : words.begin}</Key>
    </form>
  )
}
