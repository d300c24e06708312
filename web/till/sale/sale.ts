import type { SubmitPurchaseBody } from '@tillback/sdk'
import { type Member, waysToAsk } from '../member/member.ts'
import type { Venue } from '../session/venue.ts'
import { type Basket, productsOf, totalOf } from './basket.ts'
import { decimalText, type Minor } from './minor.ts'

/** What the member wants to pay with the wallet. `amount` undefined: as much as possible. */
export type Spend =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'REQUEST'; readonly amount: Minor | undefined }
  | { readonly kind: 'CODE'; readonly code: string; readonly amount: Minor | undefined }

/** A sale until it is paid. */
export interface Sale {
  readonly basket: Basket
  /** The key of the line that the quantity keys change. */
  readonly selected: string | undefined
  readonly member: Member | undefined
  readonly spend: Spend
}

export const NO_SPEND: Spend = { kind: 'NONE' }
export const NEW_SALE: Sale = { basket: [], selected: undefined, member: undefined, spend: NO_SPEND }

/** The part of the body that judges the sale: the same for a quote and for the purchase. */
export function judgedBody(sale: Sale, venue: Venue): SubmitPurchaseBody {
  const { digits } = venue
  const contact = contactOf(sale)
  const spend = spendRequest(sale, digits)
  return {
    organisation: venue.tap === undefined ? { id: venue.id } : { venue_tap: { code: venue.tap } },
    transaction_amounts: { total: decimalText(totalOf(sale.basket), digits) },
    currency_code: venue.currency,
    products: productsOf(sale.basket, digits),
    channel: 'POS',
    ...(contact === undefined ? {} : { contact }),
    ...(spend === undefined ? {} : { spend_request: spend }),
  }
}

function contactOf({ member, spend }: Sale): SubmitPurchaseBody['contact'] {
  const named = member && (member.id === undefined ? typedContact(member.typed) : { id: member.id })
  if (spend.kind !== 'CODE') return named
  return { ...named, otp: spend.code }
}

/** Somebody who could not be looked up yet: by what it most likely is. */
function typedContact(typed: string): NonNullable<SubmitPurchaseBody['contact']> {
  switch (waysToAsk(typed)[0]) {
    case 'email_address':
      return { email: typed }
    case 'phone':
      return { phone: typed }
    default:
      return { cim: typed }
  }
}

function spendRequest({ member, basket, spend }: Sale, digits: number): SubmitPurchaseBody['spend_request'] {
  if (spend.kind === 'NONE') return undefined
  if (spend.amount !== undefined) return { amount: decimalText(spend.amount, digits) }
  // A code without an amount already allows as much as possible.
  if (spend.kind === 'CODE') return undefined
  const most = Math.min(totalOf(basket), member?.balance ?? 0)
  return most > 0 ? { amount: decimalText(most, digits) } : undefined
}

export interface Tender {
  readonly type: 'CASH' | 'CARD'
  readonly amount: Minor
}

export interface Closing {
  readonly reference: string
  /** Seconds since 1970: a purchase that is sent later is judged at this time. */
  readonly at: number
  readonly tender: readonly Tender[]
}

/** What is sent when the sale is closed. Its date makes it the same purchase however often and late it is sent. */
export function closedBody(sale: Sale, venue: Venue, { reference, at, tender }: Closing): SubmitPurchaseBody {
  return {
    reference_number: reference,
    date: at,
    ...judgedBody(sale, venue),
    ...exactSpend(sale, venue.digits),
    tender: tender.map(({ type, amount }) => ({ type, amount: decimalText(amount, venue.digits) })),
  }
}

/** What was quoted is spent to the cent, or the sale is refused: the customer has been told the amount to pay. */
function exactSpend(sale: Sale, digits: number): Pick<SubmitPurchaseBody, 'spend_request'> {
  const request = spendRequest(sale, digits)
  if (!request || sale.spend.kind !== 'REQUEST') return {}
  return { spend_request: { ...request, restrict_fully_covered: true } }
}
