import { type SubmitEvent, useId, useState } from 'react'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import styles from './code-pad.module.css'

const words = texts.display
const LENGTH = 6
const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

/** The customer types the code of the app; six figures are sent by themselves. */
export function CodePad({ onCode }: { readonly onCode: (digits: string) => void }) {
  const id = useId()
  const [digits, setDigits] = useState('')
  const [isSent, setSent] = useState(false)
  const type = (text: string) => {
    const next = text.replace(/\D/g, '').slice(0, LENGTH)
    setDigits(next)
    setSent(next.length === LENGTH)
    if (next.length === LENGTH) onCode(next)
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => event.preventDefault()
  return (
    <form className={form.form} onSubmit={submit}>
      <label htmlFor={id}>{words.code}</label>
      <input
        id={id}
        value={digits}
        onChange={(event) => type(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        data-code=""
      />
      <div className={styles.pad}>
        {FIGURES.map((figure) => (
          <Key key={figure} onClick={() => type(digits + figure)}>
            {figure}
          </Key>
        ))}
        <Key kind="quiet" onClick={() => type(digits.slice(0, -1))}>
          {words.back}
        </Key>
      </div>
      <p role="status" className={form.hint}>
        {isSent ? words.sent : words.codeHint}
      </p>
    </form>
  )
}
