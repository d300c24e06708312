import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

// A card is registered by the payment provider's own form, which this installation may not have.
const KINDS = ['ACCOUNT_DEBIT', 'PAYPAL', 'WALLET'] as const
type Kind = (typeof KINDS)[number]

/** One more way to be paid. */
export function AddMethod() {
  const { me } = useTexts()
  const id = useId()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const [kind, setKind] = useState<Kind>('ACCOUNT_DEBIT')
  const [iban, setIban] = useState('')
  const [holder, setHolder] = useState('')
  const [email, setEmail] = useState('')
  const add = useMutation({
    mutationFn: () =>
      client.selfService.addOwnPaymentMethod(session.contact, {
        payment_method_type: kind,
        ...(kind === 'ACCOUNT_DEBIT' && {
          account_debit: { account_name: holder.trim(), iban: iban.replace(/\s/g, '') },
        }),
        ...(kind === 'PAYPAL' && { paypal: { email: email.trim() } }),
      }),
    onSuccess: () => {
      setIban('')
      setHolder('')
      setEmail('')
      refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className={view.form} onSubmit={submit}>
      <div className={view.field}>
        <label htmlFor={`${id}-kind`}>{me.methodKind}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={({ target }) => setKind(KINDS.find((each) => each === target.value) ?? 'ACCOUNT_DEBIT')}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {me.methods[each]}
            </option>
          ))}
        </select>
      </div>
      {kind === 'ACCOUNT_DEBIT' && (
        <>
          <Entry label={me.holder} value={holder} onChange={setHolder} autoComplete="name" />
          <Entry label={me.iban} value={iban} onChange={setIban} />
        </>
      )}
      {kind === 'PAYPAL' && (
        <Entry label={me.paypal} value={email} onChange={setEmail} type="email" autoComplete="email" />
      )}
      {add.error && <Problem of={add.error} />}
      <Key type="submit" disabled={add.isPending}>
        {me.add}
      </Key>
    </form>
  )
}

interface EntryProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'email'
  readonly autoComplete?: string
}

function Entry({ label, value, onChange, type, autoComplete = 'off' }: EntryProps) {
  const id = useId()
  return (
    <div className={view.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        required
        type={type ?? 'text'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        autoComplete={autoComplete}
        spellCheck={false}
      />
    </div>
  )
}
