import type { AdHocReturnReply, Tillback } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { findMembers } from '../member/member.ts'
import { type Basket, totalOf } from '../sale/basket.ts'
import { amountOf, decimalText, readTyped } from '../sale/minor.ts'
import { nextReference } from '../sale/reference.ts'
import type { Sale } from '../sale/sale.ts'
import { focusAtFirst, focusNamed } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { Facts } from './facts.tsx'
import { PinField, refusedByManager } from './pin-field.tsx'

const words = texts.undo

export interface AdHocReturnProps {
  /** Goods that were scanned or tapped before, and who brings them. */
  readonly sale: Sale
  /** The goods of the basket were taken back, so that they are not sold. */
  readonly onBasketBack: () => void
  readonly onClose: () => void
}

/** What was undone; without a member no rewards were. */
type Done = Pick<AdHocReturnReply, 'return_amount' | 'return_spent_amount' | 'amount' | 'unmatched_amount'>

/** Goods whose receipt is lost: the member's newest purchases here give their rewards back in proportion. */
export function AdHocReturn({ sale, onBasketBack, onClose }: AdHocReturnProps) {
  const id = useId()
  const { client, venue } = useStanding()
  const [reference] = useState(() => nextReference())
  const [typed, setTyped] = useState('')
  const [notes, setNotes] = useState('')
  const [done, setDone] = useState<Done>()
  const [problem, setProblem] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const { member } = sale
  const worth = totalOf(sale.basket)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = event.currentTarget
    const given = new FormData(written)
    const wrong = (field: string, why: string) => {
      setProblem(why)
      focusNamed(written, field)
    }
    const who = String(given.get('who') ?? '').trim()
    const amount = readTyped(typed, venue.digits)
    setProblem('')
    setFailure(undefined)
    if (!amount) return wrong('amount', texts.price.wrong(venue.digits))
    const refused = await refusedByManager(amount, given)
    if (refused !== undefined) return wrong('pin', refused)
    try {
      const contact = member?.id ?? (who === '' ? undefined : await onlyMember(client, who))
      if (typeof contact === 'object') return wrong('who', contact.problem)
      const goods = {
        reference_number: reference,
        organisation: venue.tap === undefined ? { id: venue.id } : { venue_tap: { code: venue.tap } },
        return_amount: decimalText(amount, venue.digits),
        currency_code: venue.currency,
        ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
      }
      setDone(
        contact !== undefined
          ? await client.purchases.adHocReturn({ ...goods, contact: { id: contact } })
          : ofNobody(amountOf(amount, venue.digits)),
      )
      if (amount === worth) onBasketBack()
    } catch (error) {
      setFailure(error)
    }
  }
  if (done) return <TakenBack done={done} onClose={onClose} />
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} noValidate>
      {member?.id === undefined ? (
        <>
          <label htmlFor={`${id}-who`}>{texts.member.identify}</label>
          <input
            id={`${id}-who`}
            name="who"
            autoComplete="off"
            aria-describedby={`${id}-nobody`}
            ref={focusAtFirst}
          />
          <p id={`${id}-nobody`} className={form.hint}>
            {words.nobodyMeans}
          </p>
        </>
      ) : (
        <p>
          <strong>{texts.member.label(member.initials, member.ending)}</strong>
        </p>
      )}
      <label htmlFor={`${id}-amount`}>{words.amount}</label>
      <div className={form.row}>
        <input
          id={`${id}-amount`}
          name="amount"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          ref={member?.id === undefined ? undefined : focusAtFirst}
        />
        {worth > 0 && (
          <Key
            onClick={() => {
              setTyped(decimalText(worth, venue.digits))
              setNotes(goodsIn(sale.basket))
            }}
          >
            {words.fromBasket(texts.money(amountOf(worth, venue.digits), venue.currency))}
          </Key>
        )}
      </div>
      {worth === 0 && <p className={form.hint}>{words.basketMeans}</p>}
      <label htmlFor={`${id}-notes`}>{words.reason}</label>
      <input
        id={`${id}-notes`}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
        autoComplete="off"
      />
      <PinField />
      <p id={`${id}-problem`} role="status" className={form.wrong}>
        {problem}
      </p>
      {failure !== undefined && <Problem of={failure} />}
      <Key type="submit" kind="danger">
        {words.takeBack}
      </Key>
    </form>
  )
}

function TakenBack({ done, onClose }: { readonly done: Done; readonly onClose: () => void }) {
  const { venue } = useStanding()
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
      <Key kind="primary" hint="Enter" onClick={onClose} ref={focusAtFirst}>
        {texts.close}
      </Key>
    </>
  )
}

/** The one member whom a text means, or why there is none. */
async function onlyMember(client: Tillback, text: string): Promise<string | { readonly problem: string }> {
  const [contact, second] = await findMembers(client, text)
  if (!contact) return { problem: texts.member.none }
  return second ? { problem: words.severalMembers } : contact.id
}

function ofNobody(amount: number): Done {
  return { return_amount: amount, return_spent_amount: 0, amount: 0, unmatched_amount: amount }
}

function goodsIn(basket: Basket): string {
  return basket.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ')
}
