import type { AdHocReturnReply, Contact } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { findMembers } from '../member/member.ts'
import { decimalText, readTyped } from '../sale/minor.ts'
import { nextReference } from '../sale/reference.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { Facts } from './facts.tsx'
import { PinField, refusedByManager } from './pin-field.tsx'

const words = texts.undo

/** Goods whose receipt is lost: the member's newest purchases here give their rewards back in proportion. */
export function AdHocReturn({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const { client, venue } = useStanding()
  const [reference] = useState(() => nextReference())
  const [done, setDone] = useState<AdHocReturnReply>()
  const [problem, setProblem] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [who, typed, notes] = ['who', 'amount', 'notes'].map((name) => String(given.get(name) ?? '').trim())
    const amount = readTyped(typed ?? '', venue.digits)
    setProblem('')
    setFailure(undefined)
    if (!amount) return setProblem(texts.price.wrong(venue.digits))
    const refused = await refusedByManager(amount, given)
    if (refused !== undefined) return setProblem(refused)
    try {
      const [contact, second]: readonly Contact[] = await findMembers(client, who ?? '')
      if (!contact) return setProblem(texts.member.none)
      if (second) return setProblem(words.severalMembers)
      const answer = await client.purchases.adHocReturn({
        reference_number: reference,
        contact: { id: contact.id },
        organisation: venue.tap === undefined ? { id: venue.id } : { venue_tap: { code: venue.tap } },
        return_amount: decimalText(amount, venue.digits),
        currency_code: venue.currency,
        ...(notes ? { notes } : {}),
      })
      setDone(answer)
    } catch (error) {
      setFailure(error)
    }
  }
  if (done) {
    return (
      <>
        <p role="status" className={form.notice} data-tone="positive">
          {words.takenBack}
        </p>
        <Facts
          currency={venue.currency}
          facts={[
            { name: words.giveBack, amount: done.return_amount - done.return_spent_amount },
            { name: words.spendReturned, amount: done.return_spent_amount, tone: 'award', signed: true },
            { name: words.awardReversed, amount: -done.amount },
            { name: words.unmatched, amount: done.unmatched_amount },
          ]}
        />
        <Key kind="primary" onClick={onClose} ref={focusAtFirst}>
          {texts.close}
        </Key>
      </>
    )
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <label htmlFor={`${id}-who`}>{texts.member.identify}</label>
      <input id={`${id}-who`} name="who" autoComplete="off" ref={focusAtFirst} />
      <label htmlFor={`${id}-amount`}>{words.amount}</label>
      <input id={`${id}-amount`} name="amount" inputMode="decimal" autoComplete="off" />
      <label htmlFor={`${id}-notes`}>{words.reason}</label>
      <input id={`${id}-notes`} name="notes" autoComplete="off" />
      <PinField />
      <p role="alert" className={form.wrong}>
        {problem}
      </p>
      {failure !== undefined && <Problem of={failure} />}
      <Key type="submit" kind="danger">
        {words.takeBack}
      </Key>
    </form>
  )
}
