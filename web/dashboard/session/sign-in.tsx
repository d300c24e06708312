import { AuthenticationError, TillbackError } from '@tillback/sdk'
import { type SubmitEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Door, DoorField } from '../../kit/door.tsx'
import { Problem } from '../../kit/problem.tsx'
import { type Mode, type Session, sessionOfKey } from '../../kit/session.ts'
import type { SessionState } from '../../kit/use-session.ts'
import { clientOf } from '../client.ts'
import { LanguageField } from '../frame/language-field.tsx'
import { Brand } from '../frame/rail.tsx'
import { texts } from '../texts.ts'
import { ChoosePassword } from './choose-password.tsx'
import styles from './sign-in.module.css'

const words = texts.signIn

export interface SignInProps extends Pick<SessionState, 'ended' | 'aside'> {
  readonly onSignedIn: (session: Session) => void
  /** To what was looked at before. */
  readonly onBack: () => void
}

/** The door: an API key, or the name and password of a member of staff. */
export function SignIn({ ended, aside, onSignedIn, onBack }: SignInProps) {
  const [chooses, setChooses] = useState(false)
  return (
    <Door
      brand={<Brand />}
      title={words.title}
      lead={words.lead}
      ended={ended && words.ended[ended]}
      note={words.kept}
    >
      <title>{texts.titleOf(words.title, false)}</title>
      {chooses ? (
        <ChoosePassword onBack={() => setChooses(false)} />
      ) : (
        <>
          <KeyForm onSignedIn={onSignedIn} />
          <p className={styles.or}>
            <span>{words.or}</span>
          </p>
          <StaffForm onSignedIn={onSignedIn} mode={aside?.mode === 'TEST' ? 'LIVE' : 'TEST'} />
          <Button onClick={() => setChooses(true)}>{words.invitedOrForgot}</Button>
        </>
      )}
      {aside && (
        <Button icon="back" onClick={onBack}>
          {texts.backTo(aside.mode === 'LIVE' ? texts.live : texts.test)}
        </Button>
      )}
      <LanguageField />
    </Door>
  )
}

type FormProps = Pick<SignInProps, 'onSignedIn'>

function KeyForm({ onSignedIn }: FormProps) {
  const { failure, isBusy, submit } = useSubmission(onSignedIn)
  const send = submit(async (form) => {
    const session = sessionOfKey(textIn(form, 'key'))
    if (typeof session === 'string') throw new Error(words.ended[session])
    await clientOf(session).purchases.list({ size: 1 }).catch(refuseUnknownKey)
    return session
  })
  const isWrong = failure instanceof Error && failure.constructor === Error
  return (
    <form onSubmit={send} aria-label={words.withKey} noValidate>
      <h2>{words.withKey}</h2>
      <DoorField label={words.key} hint={words.keyHint} error={isWrong ? failure.message : undefined}>
        {(about) => (
          <input {...about} name="key" autoComplete="off" spellCheck={false} required data-mono="" />
        )}
      </DoorField>
      {failure !== undefined && !isWrong && <Problem of={failure} />}
      <Button type="submit" kind="primary" disabled={isBusy}>
        {isBusy ? words.opening : words.open}
      </Button>
    </form>
  )
}

/** A key that may not list purchases opens the dashboard all the same: it may see other things. */
function refuseUnknownKey(error: unknown): void {
  if (error instanceof AuthenticationError) throw new Error(words.refusedKey)
  if (!(error instanceof Error) || error.name !== 'PermissionError') throw error
}

function StaffForm({ onSignedIn, mode: first }: FormProps & { readonly mode: Mode }) {
  const { failure, isBusy, submit } = useSubmission(onSignedIn)
  const send = submit(async (form) => {
    const mode: Mode = textIn(form, 'mode') === 'LIVE' ? 'LIVE' : 'TEST'
    const username = textIn(form, 'username')
    // Nobody is known yet, and signing in needs no key.
    const client = clientOf({ credential: 'none' })
    const code = textIn(form, 'code').trim()
    const answer = await client.users.authenticate({
      username,
      password: textIn(form, 'password'),
      mode,
      ...(code === '' ? {} : { code }),
    })
    return {
      credential: answer.access_token,
      mode: answer.mode,
      staff: username,
      renewal: { token: answer.refresh_token, until: answer.expiration_date },
    }
  })
  // Once it was asked for, it is to be had until somebody is signed in.
  const [asksForCode, setAsksForCode] = useState(false)
  const isAsked = failure instanceof TillbackError && failure.code.includes('SECONDFACTOR')
  if (isAsked && !asksForCode) setAsksForCode(true)
  return (
    <form onSubmit={send} aria-label={words.asStaff}>
      <h2>{words.asStaff}</h2>
      <DoorField label={words.email}>
        {(about) => <input {...about} name="username" type="email" autoComplete="username" required />}
      </DoorField>
      <DoorField label={words.password}>
        {(about) => (
          <input {...about} name="password" type="password" autoComplete="current-password" required />
        )}
      </DoorField>
      {asksForCode && (
        <DoorField label={words.code} hint={words.codeHint}>
          {(about) => <input {...about} name="code" inputMode="numeric" autoComplete="one-time-code" />}
        </DoorField>
      )}
      <fieldset className={styles.modes}>
        <legend>{words.data}</legend>
        <label>
          <input type="radio" name="mode" value="TEST" defaultChecked={first === 'TEST'} /> {words.test}
        </label>
        <label>
          <input type="radio" name="mode" value="LIVE" defaultChecked={first === 'LIVE'} /> {words.live}
        </label>
      </fieldset>
      {failure !== undefined && <Problem of={failure} />}
      <Button type="submit" disabled={isBusy}>
        {isBusy ? words.opening : words.title}
      </Button>
    </form>
  )
}

function useSubmission(onSignedIn: SignInProps['onSignedIn']) {
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const submit = (signIn: (form: FormData) => Promise<Session>) => (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    signIn(new FormData(event.currentTarget)).then(onSignedIn, (error: unknown) => {
      setFailure(error)
      setBusy(false)
    })
  }
  return { failure, isBusy, submit }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
