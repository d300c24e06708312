import { tellProblem } from '../../kit/tell-problem.ts'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import type { Spend } from '../sale/sale.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import type { Approval } from './use-approval.ts'

const words = texts.spend

export interface OutcomeProps {
  readonly approval: Approval
  readonly onSpend: (spend: Spend) => void
  readonly onClose: () => void
}

/** Waiting, approved (for less, it says why), declined with the reason, or no answer: then nothing was taken. */
export function Outcome({ approval, onSpend, onClose }: OutcomeProps) {
  const { digits, currency } = useStanding().venue
  const show = (minor: Minor) => texts.money(amountOf(minor, digits), currency)
  if (approval.is === 'WAITING') return <p role="status">{words.waiting}</p>
  if (approval.is === 'NO_ANSWER') {
    return <Declined title={words.noAnswer} text={words.nothingTaken} onClose={onClose} />
  }
  if (approval.is === 'DECLINED') {
    const { title, text } = tellProblem(approval.error, texts.kit)
    return <Declined title={words.declined} text={text || title} onClose={onClose} />
  }
  const { amount, asked, due, spend, why } = approval
  const reasons = [
    ...why.notUsed.map((each) => `${texts.money(each.amount, currency)} ${reasonOf(each.because)}`),
    ...why.bounds.map((each) => `${texts.money(each.most, currency)} ${boundOf(each.because)}`),
  ]
  if (amount === 0) {
    return (
      <Declined title={words.declined} text={reasons.join('. ') || words.nothingFits} onClose={onClose} />
    )
  }
  return (
    <>
      <div role="status" className={form.notice} data-tone="brand">
        <strong>
          {amount < asked ? words.approvedLess(show(amount), show(asked)) : words.approved(show(amount))}
        </strong>
        {amount < asked && reasons.map((reason) => <p key={reason}>{reason}</p>)}
      </div>
      <Key kind="primary" hint="Enter" onClick={() => onSpend(spend)} ref={focusAtFirst}>
        {words.use(show(due))}
      </Key>
    </>
  )
}

function Declined({ title, text, onClose }: { title: string; text: string; onClose: () => void }) {
  return (
    <>
      <div role="alert" className={form.notice} data-tone="negative">
        <strong>{title}</strong>
        <p>{text}</p>
      </div>
      <Key onClick={onClose}>{words.payInFull}</Key>
    </>
  )
}

function reasonOf(because: string): string {
  return Object.entries(words.because).find(([name]) => name === because)?.[1] ?? because
}

function boundOf(because: string): string {
  return Object.entries(words.bounds).find(([name]) => name === because)?.[1] ?? because
}
