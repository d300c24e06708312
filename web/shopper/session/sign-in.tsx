import type { Tillback } from '@tillback/sdk'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { appClient, sessionOf } from '../client.ts'
import { Key } from '../key.tsx'
import { goToContent } from '../place.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { type Address, readAddress } from './address.ts'
import { ByPasskey } from './by-passkey.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { begin } from './store.ts'

const AGAIN_AFTER_S = 30

interface Sent {
  readonly address: Address
  readonly otp: string
  /** Where it went, as far as it is told. */
  readonly where: string | undefined
  /** Only test data tells the code itself. */
  readonly code: string | undefined
  readonly send: () => Promise<Sent>
}

/** By a code to a phone or an e-mail address: nothing to remember, nothing to solve. */
export function SignIn({ shopKey, isOver }: { readonly shopKey: string; readonly isOver: boolean }) {
  const texts = useTexts()
  const [client] = useState(() => appClient(shopKey))
  const [sent, setSent] = useState<Sent>()
  const [registers, setRegisters] = useState(false)
  if (sent)
    return <EnterCode client={client} sent={sent} onSent={setSent} onBack={() => setSent(undefined)} />
  return (
    <Door
      title={registers ? texts.signIn.registerTitle : texts.signIn.title}
      lead={registers ? texts.signIn.registerLead : texts.signIn.lead}
    >
      {isOver && (
        <p role="status" className={view.notice} data-tone="warning">
          {texts.signIn.isOver}
        </p>
      )}
      <AskCode key={String(registers)} client={client} registers={registers} onSent={setSent} />
      {!registers && <ByPasskey client={client} />}
      <button type="button" className={styles.link} onClick={() => setRegisters(!registers)}>
        {registers ? texts.signIn.haveOne : texts.signIn.newHere}
      </button>
    </Door>
  )
}

interface AskCodeProps {
  readonly client: Tillback
  readonly registers: boolean
  readonly onSent: (sent: Sent) => void
}

function AskCode({ client, registers, onSent }: AskCodeProps) {
  const { signIn } = useTexts()
  const [typed, setTyped] = useState('')
  const [name, setName] = useState({ first: '', last: '' })
  const { busy, failure, wrong, run, refuse } = useSubmit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = readAddress(typed)
    if (!address) return refuse(signIn.needed)
    void run(async () =>
      onSent(await (registers ? register(client, address, name) : sendCode(client, address))),
    )
  }
  return (
    <form className={view.form} onSubmit={submit} noValidate>
      {registers && (
        <>
          <Field
            label={signIn.firstName}
            value={name.first}
            onChange={(first) => setName({ ...name, first })}
            autoComplete="given-name"
          />
          <Field
            label={signIn.lastName}
            value={name.last}
            onChange={(last) => setName({ ...name, last })}
            autoComplete="family-name"
          />
        </>
      )}
      <Field
        label={signIn.address}
        hint={signIn.addressHint}
        wrong={wrong}
        value={typed}
        onChange={setTyped}
        autoComplete="username"
        inputMode="email"
      />
      {failure !== undefined && <Problem of={failure} />}
      {registers && <p className={view.small}>{signIn.terms}</p>}
      <Key kind="primary" type="submit" disabled={busy}>
        {busy ? signIn.sending : registers ? signIn.register : signIn.send}
      </Key>
    </form>
  )
}

interface EnterCodeProps {
  readonly client: Tillback
  readonly sent: Sent
  readonly onSent: (sent: Sent) => void
  readonly onBack: () => void
}

function EnterCode({ client, sent, onSent, onBack }: EnterCodeProps) {
  const { signIn } = useTexts()
  const [code, setCode] = useState('')
  const { busy, failure, wrong, run, refuse } = useSubmit()
  const enter = (event?: FormEvent) => {
    event?.preventDefault()
    const digits = code.replace(/\D/g, '')
    if (digits.length !== 6) return refuse(signIn.codeNeeded)
    void run(async () => {
      const session = sessionOf(
        await client.selfService.proveSignInCode({ code: digits, auth_otp: sent.otp }),
      )
      if (!session) return
      begin(session)
      goToContent()
    })
  }
  return (
    <Door
      title={signIn.codeTitle}
      lead={sent.where === undefined ? signIn.codeLeadPlain : signIn.codeLead(sent.where)}
    >
      {sent.code !== undefined && (
        <p className={view.notice} role="status">
          {signIn.testCode(sent.code)}
        </p>
      )}
      <form className={view.form} onSubmit={enter} noValidate>
        <Field
          label={signIn.code}
          wrong={wrong}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          isFirst
        />
        {failure !== undefined && <Problem of={failure} />}
        <Key kind="primary" type="submit" disabled={busy}>
          {busy ? signIn.entering : signIn.enter}
        </Key>
      </form>
      <Again key={sent.otp} busy={busy} onAgain={() => void run(async () => onSent(await sent.send()))} />
      <button type="button" className={styles.link} onClick={onBack}>
        {signIn.otherAddress}
      </button>
    </Door>
  )
}

function Again({ busy, onAgain }: { readonly busy: boolean; readonly onAgain: () => void }) {
  const { signIn } = useTexts()
  const [left, setLeft] = useState(AGAIN_AFTER_S)
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Key onClick={onAgain} disabled={busy || left > 0}>
      {left > 0 ? signIn.againIn(left) : signIn.again}
    </Key>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly wrong?: string | undefined
  readonly autoComplete: string
  readonly inputMode?: 'numeric' | 'email'
  readonly isFirst?: boolean
}

function Field({ label, value, onChange, hint, wrong, isFirst = false, ...rest }: FieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  useEffect(() => {
    if (wrong !== undefined) input.current?.focus()
  }, [wrong])
  const said: ReactNode = wrong ?? hint
  return (
    <div className={view.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong !== undefined}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        {...rest}
      />
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={wrong === undefined ? view.small : view.wrong}
          role={wrong === undefined ? undefined : 'alert'}
        >
          {said}
        </p>
      )}
    </div>
  )
}

async function sendCode(client: Tillback, address: Address): Promise<Sent> {
  const { kind, value } = address
  const answer = await client.selfService.sendSignInCode({
    method: kind === 'EMAIL' ? 'EMAIL' : 'SMS',
    credentials: [{ name: kind, value }],
  })
  return sentTo(client, address, answer)
}

async function register(
  client: Tillback,
  address: Address,
  name: { readonly first: string; readonly last: string },
): Promise<Sent> {
  const { kind, value } = address
  const answer = await client.selfService.registerContact({
    first_name: name.first.trim() || null,
    last_name: name.last.trim() || null,
    identification:
      kind === 'EMAIL' ? { provider: kind, email: value } : { provider: kind, phone: { number: value } },
    language_code: document.documentElement.lang.toUpperCase(),
  })
  return sentTo(client, address, answer)
}

function sentTo(
  client: Tillback,
  address: Address,
  answer: {
    readonly auth_otp: string | null
    readonly obfuscated_value: string | null
    readonly code?: string | undefined
  },
): Sent {
  return {
    address,
    otp: answer.auth_otp ?? '',
    where: answer.obfuscated_value ?? undefined,
    code: answer.code,
    send: () => sendCode(client, address),
  }
}

function useSubmit() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [wrong, setWrong] = useState<string>()
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    setWrong(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, wrong, run, refuse: setWrong }
}
