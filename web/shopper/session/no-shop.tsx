import { type FormEvent, useId, useState } from 'react'
import { isBeside } from '../../kit/beside.ts'
import { Key } from '../key.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { Door } from './door.tsx'
import { modeOfKey } from './session.ts'
import { takeKeyOf } from './store.ts'

/** The app was opened by nobody's link: it does not know whose shop it is of. */
export function NoShop() {
  const texts = useTexts()
  const id = useId()
  const [key, setKey] = useState('')
  const [isWrong, setWrong] = useState(false)
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (modeOfKey(key)) takeKeyOf(key.trim())
    else setWrong(true)
  }
  if (isBeside) return <Door title={texts.noShop.beside.title} lead={texts.noShop.beside.text} />
  return (
    <Door title={texts.noShop.title} lead={texts.noShop.text}>
      <form className={view.form} onSubmit={open} noValidate>
        <div className={view.field}>
          <label htmlFor={id}>{texts.noShop.key}</label>
          <input
            id={id}
            value={key}
            onChange={(event) => setKey(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={`${id}-hint`}
          />
          <p
            id={`${id}-hint`}
            className={isWrong ? view.wrong : view.small}
            role={isWrong ? 'alert' : undefined}
          >
            {isWrong ? texts.noShop.wrong : texts.noShop.keyHint}
          </p>
        </div>
        <Key kind="primary" type="submit">
          {texts.noShop.go}
        </Key>
      </form>
    </Door>
  )
}
