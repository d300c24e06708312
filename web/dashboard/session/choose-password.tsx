import { type SubmitEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { DoorField } from '../../kit/door.tsx'
import { Problem } from '../../kit/problem.tsx'
import { clientOf } from '../client.ts'
import { texts } from '../texts.ts'

const words = texts.choosePassword
const INVITATION = 'tbi_'

/** With what was mailed: an invitation, or a code for a forgotten password, which is asked for here as well. */
export function ChoosePassword({ onBack }: { readonly onBack: () => void }) {
  const [said, setSaid] = useState<string>()
  return (
    <>
      {said !== undefined && <p role="status">{said}</p>}
      <Choosing onDone={() => setSaid(words.chosen)} />
      <Forgetting onDone={() => setSaid(words.sent)} />
      <Button onClick={onBack}>{words.back}</Button>
    </>
  )
}

interface FormProps {
  readonly onDone: () => void
}

function Choosing({ onDone }: FormProps) {
  const { failure, isBusy, submit } = useSending(onDone)
  const send = submit(async (form) => {
    const [code, password] = [textIn(form, 'code').trim(), textIn(form, 'password')]
    // Nobody is known yet, and choosing needs no key.
    const { users } = clientOf({ credential: 'none' })
    if (code.startsWith(INVITATION)) await users.acceptInvitation({ invitation: code, password })
    else await users.resetPassword({ code, password })
  })
  return (
    <form onSubmit={send} aria-label={words.title}>
      <h2>{words.title}</h2>
      <DoorField label={words.code} hint={words.codeHint}>
        {(about) => (
          <input {...about} name="code" autoComplete="off" spellCheck={false} required data-mono="" />
        )}
      </DoorField>
      <DoorField label={words.password} hint={words.passwordHint}>
        {(about) => <input {...about} name="password" type="password" autoComplete="new-password" required />}
      </DoorField>
      {failure !== undefined && <Problem of={failure} />}
      <Button type="submit" kind="primary" disabled={isBusy}>
        {words.choose}
      </Button>
    </form>
  )
}

function Forgetting({ onDone }: FormProps) {
  const { failure, isBusy, submit } = useSending(onDone)
  const send = submit(async (form) => {
    const { users } = clientOf({ credential: 'none' })
    const username = textIn(form, 'username')
    // The account is asked for in both: the answer tells of none of them whether it is there.
    await users.forgotPassword({ username, mode: 'LIVE' })
    await users.forgotPassword({ username, mode: 'TEST' })
  })
  return (
    <form onSubmit={send} aria-label={words.forgotten}>
      <h2>{words.forgotten}</h2>
      <DoorField label={words.email} hint={words.emailHint}>
        {(about) => <input {...about} name="username" type="email" autoComplete="username" required />}
      </DoorField>
      {failure !== undefined && <Problem of={failure} />}
      <Button type="submit" disabled={isBusy}>
        {words.send}
      </Button>
    </form>
  )
}

function useSending(onDone: () => void) {
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const submit = (send: (form: FormData) => Promise<void>) => (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setFailure(undefined)
    send(new FormData(form))
      .then(() => {
        form.reset()
        onDone()
      }, setFailure)
      .finally(() => setBusy(false))
  }
  return { failure, isBusy, submit }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
