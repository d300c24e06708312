import type { FoundContact } from '../contacts/index.ts'
import { AlreadyExists, type FieldError } from '../kit/error.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { Purchase, PurchaseLine } from './purchase.ts'

/**
 * The same reference number with other content is the till's mistake and is refused, naming what differs. A field that was not
 * sent again (such as a date left to the server) is no difference.
 */
export function refuseOtherContent(
  earlier: Purchase,
  prepared: PreparedPurchase,
  {
    contacts,
    lines,
  }: { readonly contacts: readonly FoundContact[]; readonly lines: readonly PurchaseLine[] },
): void {
  if (earlier.contentHash.equals(prepared.command.hash)) return
  const { amounts, body, place, currency, reductionMethod } = prepared
  const differs: readonly (readonly [string, boolean])[] = [
    ['transaction_amounts.total', earlier.total !== amounts.total],
    ['transaction_amounts.net', earlier.net !== amounts.net],
    ['transaction_amounts.tax', earlier.tax !== amounts.tax],
    ['transaction_amounts.discount', earlier.discount !== amounts.discount],
    ['currency_code', earlier.currency !== currency],
    ['contact', earlier.contact !== (prepared.contact && contacts[0]?.id)],
    ['organisation', earlier.merchant !== place.merchant.id || earlier.venue !== place.venue?.id],
    ['reduction_method', earlier.reductionMethod !== reductionMethod],
    ['spend_request.amount', earlier.outcome.requestedSpend !== amounts.requestedSpend],
    ['redeem_request', isOtherRedeem(earlier, prepared)],
    ['products', !sameLines(earlier.lines, lines)],
    ['date', body.date !== undefined && body.date.getTime() !== earlier.date.getTime()],
    ['pass', isOther(prepared.pass?.code, earlier.details?.pass)],
    ['bill.reference', isOther(body.bill?.reference, earlier.details?.bill?.reference)],
    ['channel', isOther(body.channel, earlier.details?.channel)],
    [
      'payment_medium_identifier',
      isOther(body.payment_medium_identifier, earlier.details?.payment_medium_identifier),
    ],
    ['classification', isOther(classificationId(prepared), earlier.classification)],
    ['reference_number', body.reference_number !== earlier.referenceNumber],
  ]
  const fields = differs.flatMap(([path, is]): FieldError[] =>
    is
      ? [{ path, code: 'differs', message: `${path} differs from the purchase that was submitted before` }]
      : [],
  )
  if (fields.length === 0) return
  throw AlreadyExists({
    parameters: ['purchase', earlier.referenceNumber ?? earlier.id],
    detail: `This purchase was submitted before with other content: ${fields.map(({ path }) => path).join(', ')}.`,
    fields,
  })
}

function isOtherRedeem({ outcome }: Purchase, { amounts }: PreparedPurchase): boolean {
  const [before, now] = [outcome.requestedRedeem, amounts.redeem]
  return (before === undefined) !== (now === undefined) || before?.amount !== now?.amount
}

function isOther(sent: string | undefined, stored: string | undefined): boolean {
  return sent !== undefined && sent !== stored
}

/** A classification that nobody knew yet cannot be the one of an earlier purchase; '' is nobody's id. */
function classificationId({ classification }: PreparedPurchase): string | undefined {
  return classification && ('known' in classification ? classification.known.id : '')
}

function sameLines(a: readonly PurchaseLine[], b: readonly PurchaseLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        line.sku === other.sku &&
        line.quantity === other.quantity &&
        line.gross === other.gross
      )
    })
  )
}
