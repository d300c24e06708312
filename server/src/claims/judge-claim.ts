import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, InvalidState, invalidField, notFound, type Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { decimalText } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import { type Purchase, timesHundred } from '../purchases/index.ts'
import type { NamedReceipt } from './read-receipt.ts'

/** Why a receipt cannot be claimed. */
export interface Problem {
  readonly refusal: Refusal
  /** Whoever has the receipt in hand does not say such a thing: it counts as a guess. */
  readonly isGuess: boolean
}

interface ToJudge {
  readonly named: NamedReceipt
  readonly contact: ContactId
  readonly at: Date
  /** For so many days after it was bought. */
  readonly claimDays: number
}

/** Why this contact cannot claim this purchase now; undefined: they can. What guessers learn first is that they guessed wrong. */
export function claimProblem(
  purchase: Purchase,
  { named, contact, at, claimDays }: ToJudge,
): Problem | undefined {
  if (!isPrintedThere(purchase, named)) return guess(notFound('receipt', nameOf(named)))
  const name = purchase.referenceNumber ?? nameOf(named)
  // What another contact said of it is no measure.
  if (purchase.selfSubmitted) return honest(alreadyOf(purchase, contact, name).refusal)
  if (!isAmountOf(purchase, named)) {
    const sent = named.total ?? named.hundredths ?? 0n
    const shown = decimalText(sent, named.total === undefined ? 2 : minorDigits(purchase.currency))
    return guess(
      invalidField('transaction_amounts.total', shown, 'what was paid by this receipt is another amount'),
    )
  }
  if (purchase.contact !== undefined) return alreadyOf(purchase, contact, name)
  if (purchase.state === 'CANCELLED') {
    return honest(
      InvalidState({
        parameters: ['receipt', name, 'CANCELLED'],
        detail: 'The purchase of this receipt is voided.',
      }),
    )
  }
  if (purchase.returned >= purchase.total && purchase.total > 0n) {
    return honest(
      InvalidState({
        parameters: ['receipt', name, 'RETURNED'],
        detail: 'All goods of this receipt came back.',
      }),
    )
  }
  if (later(purchase.date, claimDays * DAY) >= at) return undefined
  return honest(
    invalidField(
      'date',
      purchase.date.toISOString(),
      `receipts of the last ${claimDays} days can be claimed`,
    ),
  )
}

function guess(refusal: Refusal): Problem {
  return { refusal, isGuess: true }
}

function honest(refusal: Refusal): Problem {
  return { refusal, isGuess: false }
}

/** Whether the receipt of the purchase has the place and the number that were named. */
function isPrintedThere({ merchant, venue, referenceNumber }: Purchase, named: NamedReceipt): boolean {
  const { place, receipt, code } = named
  if (place && place.merchant.id !== merchant) return false
  if (place?.venue && place.venue.id !== venue) return false
  // A receipt that was found by its number has it; the signed code may come with one beside it.
  return !code || receipt === undefined || receipt === referenceNumber
}

/** Whether what was said to be paid is what was paid; the signed code says it by itself. */
export function isAmountOf(
  { total, currency }: Purchase,
  { total: sent, hundredths }: NamedReceipt,
): boolean {
  if (sent !== undefined && sent !== total) return false
  return hundredths === undefined || hundredths === timesHundred(total, currency)
}

function alreadyOf(purchase: Purchase, contact: ContactId, name: string): Problem {
  const isOwn = purchase.contact === contact
  const whose = isOwn ? 'by this contact' : 'by another contact'
  const how = purchase.claimedAt ? 'was claimed' : 'was bought'
  const refusal = AlreadyExists({
    parameters: ['claim', name, isOwn ? 'OWN' : 'OTHERS'],
    detail: `This receipt ${how} ${whose}; a receipt is claimed once.`,
  })
  return isOwn ? honest(refusal) : guess(refusal)
}

export function nameOf({ receipt, scanned }: NamedReceipt): string {
  return receipt ?? scanned ?? ''
}
