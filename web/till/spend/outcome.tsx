import { NotFoundError } from '@tillback/sdk'
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
  /** Undefined: nothing was asked yet. */
  readonly approval: Approval | undefined
  readonly onSpend: (spend: Spend) => void
  readonly onClose: () => void
}

/** Waiting, approved (for less, it says why), declined with the reason, or no answer: then nothing was taken. */
export function Outcome({ approval, onSpend, onClose }: OutcomeProps) {
  const { digits, currency } = useStanding().venue
  const declined = approval && declinedText(approval, currency)
  const approved = approval?.is === 'APPROVED' && !declined ? approval : undefined
  return (
    <>
      {/* There before it has a text, so that the text is heard. */}
      <div role="status">
        {approval?.is === 'WAITING' && <p>{words.waiting}</p>}
        {approved && <Approved approval={approved} />}
      </div>
      {approved && (
        <Key kind="primary" hint="Enter" onClick={() => onSpend(approved.spend)} ref={focusAtFirst}>
          {words.use(texts.money(amountOf(approved.due, digits), currency))}
        </Key>
      )}
      {declined && (
        <>
          <div role="alert" className={form.notice} data-tone="negative">
            <strong>{declined.title}</strong>
            <p>{declined.text}</p>
          </div>
          <Key onClick={onClose}>{words.payInFull}</Key>
        </>
      )}
    </>
  )
}

type Answered = Extract<Approval, { is: 'APPROVED' }>

function Approved({ approval }: { readonly approval: Answered }) {
  const { digits, currency } = useStanding().venue
  const { amount, asked } = approval
  const show = (minor: Minor) => texts.money(amountOf(minor, digits), currency)
  return (
    <div className={form.notice} data-tone="brand">
      <strong>
        {amount < asked ? words.approvedLess(show(amount), show(asked)) : words.approved(show(amount))}
      </strong>
      {amount < asked && reasonsOrWallet(approval, currency).map((reason) => <p key={reason}>{reason}</p>)}
    </div>
  )
}

/** What nothing else kept back is not there. */
function reasonsOrWallet(approval: Answered, currency: string): readonly string[] {
  const reasons = reasonsIn(approval, currency)
  return reasons.length > 0 ? reasons : [words.noMore]
}

function declinedText(approval: Approval, currency: string) {
  switch (approval.is) {
    case 'WAITING':
      return undefined
    case 'NO_ANSWER':
      return { title: words.noAnswer, text: words.nothingTaken }
    case 'DECLINED': {
      return { title: words.declined, text: refusalText(approval.error) }
    }
    case 'APPROVED': {
      if (approval.amount > 0) return undefined
      return { title: words.declined, text: reasonsIn(approval, currency).join('. ') || words.nothingFits }
    }
  }
}

function refusalText(error: unknown): string {
  if (error instanceof NotFoundError && error.parameters[0] === 'otp') return words.unknownCode
  const { title, text } = tellProblem(error, texts.kit)
  return text || title
}

function reasonsIn({ why }: Answered, currency: string): readonly string[] {
  return [
    ...why.notUsed.map((each) => `${texts.money(each.amount, currency)} ${reasonOf(each.because)}`),
    ...why.bounds.map((each) => `${texts.money(each.most, currency)} ${boundOf(each.because)}`),
    ...(why.least === undefined ? [] : [words.least(texts.money(why.least, currency))]),
  ]
}

function reasonOf(because: string): string {
  return Object.entries(words.because).find(([name]) => name === because)?.[1] ?? because
}

function boundOf(because: string): string {
  return Object.entries(words.bounds).find(([name]) => name === because)?.[1] ?? because
}
