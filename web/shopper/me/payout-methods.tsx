import { useMutation, useQuery } from '@tanstack/react-query'
import { amountText } from '../../kit/amount.ts'
import { Badge } from '../../kit/badge.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { type PaymentMethod, useRefresh } from '../queries.ts'
import { modeOfKey } from '../session/session.ts'
import { useSession } from '../session/store.ts'
import type { Texts } from '../texts/en.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { AddMethod } from './add-method.tsx'

/** Where cash is paid out to, and what is used first. */
export function PayoutMethods() {
  const { me, locale } = useTexts()
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
  const prefer = useMutation({
    mutationFn: (method: string) =>
      client.selfService.changeOwnPaymentMethod(session.contact, method, { is_primary: true }),
    onSuccess: refresh,
  })
  const trial = useMutation({
    mutationFn: (method: string) => client.selfService.tryOwnPaymentMethod(session.contact, method),
  })
  const { key } = useSession()
  const isTest = key !== undefined && modeOfKey(key) === 'TEST'
  const failure = remove.error ?? prefer.error ?? trial.error ?? methods.error
  return (
    <section className={view.card} aria-labelledby="payouts">
      <h2 id="payouts" className={view.subtitle}>
        {me.payouts}
      </h2>
      {methods.data?.content.length === 0 && <p className={view.small}>{me.noPayouts}</p>}
      <ul className={view.section}>
        {methods.data?.content.map((method) => (
          <li key={method.id} className={view.section}>
            <span>
              {methodText(method, me)}{' '}
              {method.is_primary && (
                <Badge tone="brand" icon="check">
                  {me.primary}
                </Badge>
              )}
            </span>
            <span className={view.actions}>
              {!method.is_primary && (
                <Key
                  onClick={() => prefer.mutate(method.id)}
                  disabled={prefer.isPending}
                  aria-label={`${me.prefer}: ${methodText(method, me)}`}
                >
                  {me.prefer}
                </Key>
              )}
              {isTest && (
                <Key
                  onClick={() => trial.mutate(method.id)}
                  disabled={trial.isPending}
                  aria-label={`${me.tryMethod}: ${methodText(method, me)}`}
                >
                  {me.tryMethod}
                </Key>
              )}
              <Key
                onClick={() => remove.mutate(method.id)}
                disabled={remove.isPending}
                aria-label={`${me.remove}: ${methodText(method, me)}`}
              >
                {me.remove}
              </Key>
            </span>
            {trial.data && trial.variables === method.id && (
              <p
                role="status"
                className={view.notice}
                data-tone={trial.data.outcome === 'PAID' ? 'positive' : 'negative'}
              >
                {me.tried[trial.data.outcome](
                  `${amountText(trial.data.amount, { currency: trial.data.currency_code, locale }).figures} ${trial.data.currency_code}`,
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {failure && <Problem of={failure} />}
      <AddMethod />
    </section>
  )
}

/** What it is, and as much of its number as is told. */
function methodText(
  { name, payment_method_type: type, card, paypal, account_debit: account }: PaymentMethod,
  { methods }: Texts['me'],
): string {
  const number = account?.iban ?? paypal?.email ?? (card && `${card.brand ?? ''} ·· ${card.last4}`.trim())
  return [name ?? methods[type], number].filter(Boolean).join(' · ')
}
