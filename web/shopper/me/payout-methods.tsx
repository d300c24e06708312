import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** The accounts that cash is paid out to. */
export function PayoutMethods() {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const methods = useQuery({
    queryKey: ['payment-methods'],
    queryFn: ({ signal }) => client.selfService.listOwnPaymentMethods(session.contact, {}, { signal }),
  })
  const remove = useMutation({
    mutationFn: (method: string) => client.selfService.removeOwnPaymentMethod(session.contact, method),
    onSuccess: refresh,
  })
  return (
    <section className={view.card} aria-labelledby="payouts">
      <h2 id="payouts" className={view.subtitle}>
        {texts.me.payouts}
      </h2>
      {methods.data?.content.length === 0 && <p className={view.small}>{texts.me.noPayouts}</p>}
      <ul>
        {methods.data?.content.map((method) => (
          <li key={method.id} className={view.switch}>
            <span>
              {method.name ?? method.payment_method_type}{' '}
              {method.is_primary && (
                <Badge tone="brand" icon="check">
                  {texts.me.primary}
                </Badge>
              )}
            </span>
            <Key onClick={() => remove.mutate(method.id)} disabled={remove.isPending}>
              {texts.me.remove}
            </Key>
          </li>
        ))}
      </ul>
      {remove.error && <Problem of={remove.error} />}
      <AddAccount />
    </section>
  )
}

function AddAccount() {
  const texts = useTexts()
  const id = useId()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const [iban, setIban] = useState('')
  const [holder, setHolder] = useState('')
  const add = useMutation({
    mutationFn: () =>
      client.selfService.addOwnPaymentMethod(session.contact, {
        payment_method_type: 'ACCOUNT_DEBIT',
        account_debit: { account_name: holder.trim(), iban: iban.replace(/\s/g, '') },
      }),
    onSuccess: () => {
      setIban('')
      setHolder('')
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
        <label htmlFor={`${id}-holder`}>{texts.me.holder}</label>
        <input
          id={`${id}-holder`}
          required
          value={holder}
          onChange={(event) => setHolder(event.target.value)}
          autoComplete="name"
        />
      </div>
      <div className={view.field}>
        <label htmlFor={`${id}-iban`}>{texts.me.iban}</label>
        <input
          id={`${id}-iban`}
          required
          value={iban}
          onChange={(event) => setIban(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {add.error && <Problem of={add.error} />}
      <Key type="submit" disabled={add.isPending}>
        {texts.me.add}
      </Key>
    </form>
  )
}
