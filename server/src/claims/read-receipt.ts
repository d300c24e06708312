import { minorDigits } from '../kit/currency.ts'
import { AmbiguousIdentifier, invalidField, missingField, Refusal } from '../kit/error.ts'
import type { OrganisationId } from '../kit/id.ts'
import { readMinor } from '../kit/reading.ts'
import type { Directory, Place } from '../organisations/index.ts'
import { type Catalogue, readSignedCode, timesHundred } from '../purchases/index.ts'
import type { ReceiptBody } from './claims.api.ts'
import { isReceiptText, type ReceiptText, readingsOf } from './receipt-text.ts'

type SignedCode = NonNullable<ReturnType<typeof readSignedCode>>

/** What of a receipt a contact has: its number at a place with what was paid, or the signed code, which says it all. */
export interface NamedReceipt {
  readonly code: SignedCode | undefined
  readonly place: Place | undefined
  readonly receipt: string | undefined
  /** ×100, as codes carry it; undefined: not said. */
  readonly hundredths: bigint | undefined
  /** Exact, where it was sent as an amount; minor units. */
  readonly total: bigint | undefined
  readonly scanned: string | undefined
}

interface Here {
  readonly catalogue: Catalogue
  readonly within: OrganisationId | undefined
}

/**
 * Reads what was scanned, typed or sent field by field; where the same is said twice, it has to be the same. Refuses what is no
 * receipt of this business.
 */
export function readReceipt(body: ReceiptBody, here: Here): NamedReceipt {
  const { currency } = here.catalogue
  const { currency_code: sentCurrency = currency } = body
  if (sentCurrency !== currency) {
    throw invalidField('currency_code', sentCurrency, `this business keeps its books in ${currency}`)
  }
  const fields = fieldsOf(body, here)
  const path = body.transaction_code == null ? 'id' : 'transaction_code'
  const text = body.transaction_code ?? (fields.place ? undefined : body.id)
  if (text === undefined) return withNumber(fields)
  if (isReceiptText(text)) return agreed(fields, readText(text, { ...here, path }), text)
  const code = readSignedCode(text)
  if (code) return { ...fields, receipt: path === 'id' ? undefined : fields.receipt, code, scanned: text }
  // Beside the fields it is only what they were read from.
  if (fields.receipt !== undefined)
    return withNumber({ ...fields, scanned: body.transaction_code ?? undefined })
  throw invalidField(
    path,
    `"${text}"`,
    'the text of the QR code or barcode, or the code of 20 letters and digits, is needed',
  )
}

/** What was sent field by field. */
function fieldsOf({ id, organisation, transaction_amounts: amounts }: ReceiptBody, here: Here): NamedReceipt {
  const { directory, currency } = here.catalogue
  const total = amounts && readMinor('transaction_amounts.total', amounts.total, minorDigits(currency))
  return {
    code: undefined,
    place: organisation && directory.placeOf(organisation, here.within),
    receipt: id,
    hundredths: total === undefined ? undefined : timesHundred(total, currency),
    total,
    scanned: undefined,
  }
}

function withNumber(fields: NamedReceipt): NamedReceipt {
  if (fields.receipt === undefined) {
    throw missingField('id', 'send the number of the receipt, or what was scanned as transaction_code')
  }
  if (!fields.place) {
    throw missingField(
      'organisation',
      'name the merchant and the venue of the receipt by merchant_tap and venue_tap',
    )
  }
  if (fields.total === undefined) {
    throw missingField('transaction_amounts.total', 'what was paid has to be the amount of the receipt')
  }
  return fields
}

interface Found extends ReceiptText {
  readonly place: Place
}

/** The one reading whose numbers are those of a merchant and a venue here. */
function readText(text: string, { catalogue, within, path }: Here & { readonly path: string }): Found {
  const readings = readingsOf(text)
  const tried = readings.map((reading) => resolve(reading, catalogue.directory, within))
  const [found, other] = tried.flatMap((each) => (each instanceof Refusal ? [] : [each]))
  if (found && other) {
    throw AmbiguousIdentifier({
      parameters: [path, text],
      detail: `"${text}" reads as ${told(found)} and as ${told(other)}; send id, organisation and transaction_amounts instead.`,
      fields: [{ path, code: 'ambiguous', message: `${told(found)}, or ${told(other)}` }],
    })
  }
  if (found) return found
  const needed =
    readings.length === 0
      ? 'receipt;merchant;venue;amount or merchant;receipt;amount;venue is needed'
      : `no merchant and venue have these numbers: ${readings.map(numbers).join(', or ')}`
  throw invalidField(path, `"${text}"`, needed)
}

function resolve(
  reading: ReceiptText,
  directory: Directory,
  within: OrganisationId | undefined,
): Found | Refusal {
  const { merchant, venue } = reading
  if (merchant === '' && venue === '') return missingField('organisation', 'a merchant or a venue is needed')
  const reference = {
    ...(merchant === '' ? {} : { merchant_tap: { code: merchant } }),
    ...(venue === '' ? {} : { venue_tap: { code: venue } }),
  }
  try {
    return { ...reading, place: directory.placeOf(reference, within) }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function told({ as, receipt, place }: Found): string {
  return `${as === 'QR' ? 'a QR code' : 'a barcode'}: receipt ${receipt} of ${(place.venue ?? place.merchant).name}`
}

function numbers({ as, merchant, venue }: ReceiptText): string {
  return `merchant ${merchant} with venue ${venue} as a ${as === 'QR' ? 'QR code' : 'barcode'}`
}

/** What was scanned, with what was sent beside it; both have to say the same. */
function agreed(fields: NamedReceipt, read: Found, text: string): NamedReceipt {
  const { receipt, place, hundredths } = read
  if (fields.receipt !== undefined && fields.receipt !== receipt && fields.receipt !== text) {
    throw invalidField('id', `"${fields.receipt}"`, `the scanned code has the number "${receipt}"`)
  }
  const isHere =
    !fields.place || (fields.place.venue ?? fields.place.merchant) === (place.venue ?? place.merchant)
  if (!isHere)
    throw invalidField('organisation', 'another place', 'the scanned code names its own; leave it out')
  if (fields.hundredths !== undefined && fields.hundredths !== hundredths) {
    throw invalidField(
      'transaction_amounts.total',
      'another amount',
      'the scanned code has its own; leave it out',
    )
  }
  return { code: undefined, place, receipt, hundredths, total: fields.total, scanned: text }
}
