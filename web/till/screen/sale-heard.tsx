import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { useStanding } from '../api/client.ts'
import { totalOf } from '../sale/basket.ts'
import { amountOf, type Minor, minorOf } from '../sale/minor.ts'
import type { Sale } from '../sale/sale.ts'
import type { useQuote } from '../sale/use-quote.ts'
import type { Venue } from '../session/venue.ts'
import { texts } from '../texts.ts'

const words = texts.heard

export interface SaleHeardProps {
  readonly sale: Sale
  readonly quote: ReturnType<typeof useQuote>
  /** What the wallet can pay of this basket; undefined: not known yet. */
  readonly spendable: Minor | undefined
}

/** For those who hear the till: the line that changed with what is to be paid now, and the member who was found. */
export function SaleHeard({ sale, quote, spendable }: SaleHeardProps) {
  const { venue } = useStanding()
  const [said, setSaid] = useState('')
  // Not before the platform has judged it: two numbers for one change are one too many.
  const now = quote.isFetching ? said : basketText(sale, quote.data, venue)
  if (now !== said) setSaid(now)
  return (
    <>
      <Announcement>{said}</Announcement>
      <Announcement>{memberText(sale, spendable, venue)}</Announcement>
    </>
  )
}

function basketText(
  { basket, selected }: Sale,
  quote: SaleHeardProps['quote']['data'],
  venue: Venue,
): string {
  if (basket.length === 0) return words.empty
  const line = basket.find(({ key }) => key === selected)
  const show = (minor: Minor) => texts.money(amountOf(minor, venue.digits), venue.currency)
  const minor = (amount: number) => minorOf(amount, venue.digits)
  const award = minor(quote?.rewards.award ?? 0)
  return [
    line && `${line.quantity} × ${line.name}`,
    words.due(show(quote ? minor(quote.amount_due) : totalOf(basket))),
    award > 0 && words.earns(show(award)),
  ]
    .filter(Boolean)
    .join(', ')
}

function memberText({ member }: Sale, spendable: Minor | undefined, venue: Venue): string {
  if (!member) return ''
  const who = texts.member.heard(member.initials, member.ending)
  if (spendable === undefined) return who
  return `${who}, ${words.spendable(texts.money(amountOf(spendable, venue.digits), venue.currency))}`
}
