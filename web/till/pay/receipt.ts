import { receipts, type SubmitPurchaseReply } from '@tillback/sdk'
import { type Basket, totalOf } from '../sale/basket.ts'
import { amountOf, decimalText, type Minor, minorOf } from '../sale/minor.ts'
import type { Closing, Sale, Tender } from '../sale/sale.ts'
import { onRequest } from '../sale/use-quote.ts'
import { vatIn } from '../sale/vat.ts'
import type { Venue } from '../session/venue.ts'
import { currentLanguage } from '../texts/language.ts'
import { texts } from '../texts.ts'

import type { RewardsAs } from './rewards-as.ts'

/** A sale that is over, as the paper tells it. */
export interface Receipt {
  readonly reference: string
  readonly at: number
  /** Who sold it; empty: nobody said. */
  readonly clerk: string
  readonly lines: Basket
  readonly total: Minor
  readonly due: Minor
  readonly spend: Minor
  readonly rewardsAs: RewardsAs
  /** In what is paid; undefined: the rate of an article is not known. */
  readonly vat: Minor | undefined
  readonly tender: readonly Tender[]
  /** Of the cash, what goes back. */
  readonly change: Minor
  /** What is missing because less could be spent than was quoted. */
  readonly missing: Minor
  readonly hasMember: boolean
  readonly qr: string
  readonly barcode: string
  /** What the platform said; undefined: it was not reached and is told later. */
  readonly told: SubmitPurchaseReply | undefined
}

export interface Settled extends Closing {
  readonly clerk: string
  readonly rewardsAs: RewardsAs
  readonly told: SubmitPurchaseReply | undefined
}

export function receiptOf(
  sale: Sale,
  venue: Venue,
  { reference, at, tender, told, ...by }: Settled,
): Receipt {
  const total = totalOf(sale.basket)
  const due = told ? minorOf(told.amount_due, venue.digits) : total
  const given = tender.reduce((sum, { amount }) => sum + amount, 0)
  const spend = told ? minorOf(told.rewards.spend, venue.digits) : 0
  const isBackEnd = told?.reduction_method === 'BACK_END'
  const paid = told && by.rewardsAs === 'PAYMENT' ? minorOf(onRequest(told), venue.digits) : 0
  return {
    reference,
    at,
    ...by,
    lines: sale.basket,
    total,
    due,
    spend,
    vat: vatIn(sale.basket, isBackEnd ? 0 : spend - paid),
    tender,
    change: Math.max(0, given - due),
    missing: Math.max(0, due - given),
    hasMember: sale.member !== undefined,
    qr: told?.receipt.qr ?? receipts.qrText(codeOf(reference, total, venue)),
    barcode: told?.receipt.barcode ?? receipts.barcodeText(codeOf(reference, total, venue)),
    told,
  }
}

/** The one line to say: the platform's, which knows whose language it is; nobody's has none, and is told in that of the till. */
export function sayOf(
  { told, due }: Receipt,
  { digits, currency }: Pick<Venue, 'digits' | 'currency'>,
): string {
  if (!told) return texts.receipt.queued
  const isNobodys = told.wallet === null && told.state === 'POSTED'
  if (!isNobodys || currentLanguage === 'en') return told.say
  return texts.receipt.sayToNobody(texts.money(amountOf(due, digits), currency))
}

/** What the codes of the guide say, which needs no platform: a queued sale's receipt can be claimed as well. */
function codeOf(reference: string, total: Minor, { merchantTap, tap, digits }: Venue) {
  return {
    receipt: reference,
    merchant: merchantTap ?? '0',
    venue: tap ?? '0',
    amount: decimalText(total, digits),
  }
}
