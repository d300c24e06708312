import { type SubmitEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor, readTyped } from '../sale/minor.ts'
import type { Sale, Spend as Wanted } from '../sale/sale.ts'
import { useRefusal } from '../scan/refusal.ts'
import { routeScan } from '../scan/route-scan.ts'
import { useScans } from '../scan/use-scanner.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { Outcome } from './outcome.tsx'
import { type Approval, useApproval } from './use-approval.ts'

const words = texts.spend
const CHIPS = [2, 5, 10, 20]

export interface SpendProps {
  readonly sale: Sale
  /** The most that can be spent here now; undefined: only the platform knows. */
  readonly spendable: Minor | undefined
  /** The code that was scanned to come here. */
  readonly scanned?: string | undefined
  readonly onSpend: (spend: Wanted) => void
  readonly onClose: () => void
}

/** How much the wallet pays: all, a round amount or a typed one, and the one-time code where the member shows one. */
export function Spend({ sale, spendable = 0, scanned: shown = '', onSpend, onClose }: SpendProps) {
  const id = useId()
  const { digits, currency } = useStanding().venue
  const { approval, ask, forget } = useApproval(sale)
  const { refuse } = useRefusal()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState(shown)
  const amount = typed.trim() === '' ? undefined : readTyped(typed, digits)
  const isWrong = typed.trim() !== '' && !amount
  const canAsk = sale.member !== undefined || isCode(code)
  const wanted = (least: Minor | undefined): Wanted =>
    isCode(code) ? { kind: 'CODE', code, amount: least } : { kind: 'REQUEST', amount: least }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isAnswered(approval)) onSpend(approval.spend)
    else if (canAsk && !isWrong) void ask(wanted(amount))
  }
  useScans((scanned) => {
    const scan = routeScan(scanned, { isSpending: true })
    if (scan.is !== 'CODE') return refuse(words.noCode)
    refuse('')
    setCode(scan.digits)
    void ask({ kind: 'CODE', code: scan.digits, amount })
  })
  const askFor = useEffectEvent((shown: string) => void ask({ kind: 'CODE', code: shown, amount: undefined }))
  useEffect(() => {
    if (shown !== '') askFor(shown)
  }, [shown])
  const chips = CHIPS.map((units) => units * 10 ** digits).filter((chip) => chip < spendable)
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose}>
      <form className={form.form} onSubmit={submit} noValidate>
        <div className={form.keys}>
          <Key kind="primary" disabled={!canAsk} onClick={() => void ask(wanted(undefined))}>
            {words.all} {spendable > 0 && <Money amount={amountOf(spendable, digits)} currency={currency} />}
          </Key>
          {chips.map((chip) => (
            <Key key={chip} disabled={!canAsk} onClick={() => void ask(wanted(chip))}>
              <Money amount={amountOf(chip, digits)} currency={currency} />
            </Key>
          ))}
        </div>
        <div className={form.two}>
          <span>
            <label htmlFor={`${id}-amount`}>{words.amount}</label>
            <input
              id={`${id}-amount`}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                forget()
              }}
              inputMode="decimal"
              autoComplete="off"
              aria-invalid={isWrong}
              data-autofocus={sale.member ? '' : undefined}
            />
          </span>
          <span>
            <label htmlFor={`${id}-code`}>{words.code}</label>
            <input
              id={`${id}-code`}
              value={code}
              onChange={(event) => {
                setCode(event.target.value.replace(/\D/g, ''))
                forget()
              }}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={16}
              aria-describedby={`${id}-about`}
              data-code=""
              data-otp=""
              data-autofocus={sale.member ? undefined : ''}
            />
          </span>
        </div>
        <p id={`${id}-about`} className={form.hint}>
          {isWrong ? texts.price.wrong(digits) : sale.member ? words.codeHint : words.codeNeeded}
        </p>
        {!isAnswered(approval) && (
          <Key type="submit" disabled={!canAsk || isWrong || approval?.is === 'WAITING'}>
            {words.ask}
          </Key>
        )}
        <Outcome approval={approval} onSpend={onSpend} onClose={onClose} />
      </form>
    </Window>
  )
}

/** There is something to use. */
function isAnswered(approval: Approval | undefined): approval is Extract<Approval, { is: 'APPROVED' }> {
  return approval?.is === 'APPROVED' && approval.amount > 0
}

/** 6 digits that are said, or 16 that are scanned. */
function isCode(text: string): boolean {
  return text.length === 6 || text.length === 16
}
