import { AuthenticationError } from '@tillback/sdk'
import { type SubmitEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Door, DoorField } from '../../kit/door.tsx'
import { Problem } from '../../kit/problem.tsx'
import { type Session, sessionOfKey } from '../../kit/session.ts'
import type { SessionState } from '../../kit/use-session.ts'
import { clientOf } from '../api/client.ts'
import favicon from '../favicon.svg'
import { texts } from '../texts.ts'
import { Languages } from './languages.tsx'
import styles from './session.module.css'

const words = texts.signIn

export interface SignInProps extends Pick<SessionState, 'ended'> {
  readonly onSignedIn: (session: Session) => void
}

/** The door: an API key. */
export function SignIn({ ended, onSignedIn }: SignInProps) {
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
    <Door
      brand={<Brand />}
      title={words.title}
      lead={words.lead}
      ended={ended && words.ended[ended]}
      note={words.kept}
      size="finger"
    >
      <title>{texts.title(undefined, false)}</title>
      <form onSubmit={submit} noValidate>
        <DoorField label={words.key} hint={words.keyHint} error={wrong}>
          {(about) => <input {...about} name="key" autoComplete="off" spellCheck={false} data-mono="" />}
        </DoorField>
        {failure !== undefined && <Problem of={failure} />}
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? words.opening : words.open}
        </Button>
      </form>
      <Languages />
    </Door>
  )
}

function Brand() {
  return (
    <p className={styles.brand}>
      <img src={favicon} alt="" width="22" height="22" />
      {texts.product}
    </p>
  )
}
