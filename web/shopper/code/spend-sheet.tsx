import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import type { Wallet } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { chipsFor, readAmount } from './amounts.ts'
import { LiveCode, type SpendCode } from './live-code.tsx'

/** How much, then the code. */
export function SpendSheet({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const [code, setCode] = useState<SpendCode>()
  const make = useMutation({
    mutationFn: (amount: number | undefined) =>
      client.selfService.createOwnToken(session.contact, {
        intent: 'SPEND',
        ...(amount === undefined ? {} : { spend_amount: amount }),
      }),
    onSuccess: setCode,
  })
  const currency = wallet.balances[0]?.currency_code ?? ''
  return (
    <Sheet title={texts.code.title} onClose={onClose}>
      {code ? (
        <LiveCode
          key={code.id}
          code={code}
          currency={currency}
          onAnother={() => setCode(undefined)}
          onClose={onClose}
        />
      ) : wallet.total_balance <= 0 ? (
        <p>{texts.code.nothing}</p>
      ) : (
        <HowMuch
          balance={wallet.total_balance}
          currency={currency}
          busy={make.isPending}
          onMake={(amount) => make.mutate(amount)}
        />
      )}
      {make.error && <Problem of={make.error} />}
    </Sheet>
  )
}

interface HowMuchProps {
  readonly balance: number
  readonly currency: string
  readonly busy: boolean
  readonly onMake: (amount: number | undefined) => void
}

function HowMuch({ balance, currency, busy, onMake }: HowMuchProps) {
  const texts = useTexts()
  const id = useId()
  const [choice, setChoice] = useState('all')
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (choice === 'all') return onMake(undefined)
    const amount = choice === 'free' ? readAmount(typed) : Number(choice)
    if (amount === undefined || amount > balance) return setWrong(true)
    onMake(amount)
  }
  const figures = (amount: number) =>
    `${amountText(amount, { currency, locale: texts.locale }).figures} ${currency}`
  return (
    <form className={view.form} onSubmit={submit} noValidate>
      <fieldset className={view.form}>
        <legend className={view.small}>{texts.code.howMuch}</legend>
        <div className={view.chips}>
          {['all', ...chipsFor(balance).map(String), 'free'].map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={id}
                value={value}
                checked={choice === value}
                onChange={() => setChoice(value)}
              />
              {value === 'all'
                ? texts.code.all
                : value === 'free'
                  ? texts.code.amount
                  : figures(Number(value))}
            </label>
          ))}
        </div>
      </fieldset>
      {choice === 'free' && (
        <div className={view.field}>
          <label htmlFor={`${id}-amount`}>
            {texts.code.amount} ({currency})
          </label>
          <input
            id={`${id}-amount`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
          />
          {isWrong && (
            <p id={`${id}-wrong`} role="alert" className={view.wrong}>
              {texts.code.amountNeeded}
            </p>
          )}
        </div>
      )}
      <Key kind="primary" type="submit" disabled={busy}>
        {busy ? texts.code.making : texts.code.make}
      </Key>
    </form>
  )
}
