import { AuthenticationError } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Problem } from '../../kit/problem.tsx'
import { type Session, sessionOfKey } from '../../kit/session.ts'
import type { SessionState } from '../../kit/use-session.ts'
import { clientOf } from '../api/client.ts'
import favicon from '../favicon.svg'
import { texts } from '../texts.ts'
import styles from './session.module.css'

const words = texts.signIn

export interface SignInProps extends Pick<SessionState, 'ended'> {
  readonly onSignedIn: (session: Session) => void
}

/** The door: an API key. */
export function SignIn({ ended, onSignedIn }: SignInProps) {
  const id = useId()
  const [wrong, setWrong] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const session = sessionOfKey(String(new FormData(event.currentTarget).get('key') ?? ''))
    setWrong(undefined)
    setFailure(undefined)
    if (typeof session === 'string') return setWrong(words.ended[session])
    setBusy(true)
    try {
      await clientOf(session).organisations.list({ size: 1 })
      onSignedIn(session)
    } catch (error) {
      if (error instanceof AuthenticationError) setWrong(words.ended.refused)
      else setFailure(error)
      setBusy(false)
    }
  }
  return (
    <main className={styles.page}>
      <title>{texts.title(undefined, false)}</title>
      <form className={styles.card} onSubmit={submit} noValidate>
        <header className={styles.head}>
          <p className={styles.brand}>
            <img src={favicon} alt="" width="22" height="22" />
            {texts.product}
          </p>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </header>
        {ended && (
          <p role="alert" className={styles.ended}>
            {words.ended[ended]}
          </p>
        )}
        <div className={styles.field}>
          <label htmlFor={id}>{words.key}</label>
          <input
            id={id}
            name="key"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-about`}
            aria-invalid={wrong !== undefined}
            data-mono=""
          />
          <p id={`${id}-about`} role={wrong === undefined ? undefined : 'alert'} data-wrong={wrong && ''}>
            {wrong ?? words.keyHint}
          </p>
        </div>
        {failure !== undefined && <Problem of={failure} />}
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? words.opening : words.open}
        </Button>
        <p className={styles.note}>{words.kept}</p>
      </form>
    </main>
  )
}
