/** The two orders in which the guide prints a receipt. */
export const READINGS = ['QR', 'BARCODE'] as const
export type ReadAs = (typeof READINGS)[number]

/** What stands on a receipt, read in one of the two orders. */
export interface ReceiptText {
  readonly as: ReadAs
  readonly receipt: string
  readonly merchant: string
  readonly venue: string
  /** The amount ×100, as it is printed whatever the currency is. */
  readonly hundredths: bigint
}

const FIELDS = 4
const LONGEST_RECEIPT = 100
const AMOUNT = /^\d{1,15}$/

/** Whether it may be the text of a QR code or barcode at all. */
export function isReceiptText(text: string): boolean {
  return text.split(';').length >= FIELDS
}

/**
 * What a scanned text may mean. The QR code is `receipt;merchant;venue;amount×100`, the barcode `merchant;receipt;amount×100;venue`
 * (guide, Contact Reclaim Purchases). Numbers of merchants and venues hold no semicolon, a receipt's may: so fields are counted from
 * the ends, and the rest is the receipt's number.
 */
export function readingsOf(text: string): readonly ReceiptText[] {
  const fields = text.trim().split(';')
  if (fields.length < FIELDS) return []
  return [qrOf(fields), barcodeOf(fields)].flatMap((reading) => reading ?? [])
}

function qrOf(fields: readonly string[]): ReceiptText | undefined {
  const [merchant = '', venue = '', amount = ''] = fields.slice(-3)
  return reading('QR', { receipt: fields.slice(0, -3).join(';'), merchant, venue, amount })
}

function barcodeOf(fields: readonly string[]): ReceiptText | undefined {
  const [merchant = ''] = fields
  const [amount = '', venue = ''] = fields.slice(-2)
  return reading('BARCODE', { receipt: fields.slice(1, -2).join(';'), merchant, venue, amount })
}

interface Parts {
  readonly receipt: string
  readonly merchant: string
  readonly venue: string
  readonly amount: string
}

function reading(as: ReadAs, { amount, ...printed }: Parts): ReceiptText | undefined {
  const { receipt } = printed
  if (!AMOUNT.test(amount) || receipt === '' || receipt.length > LONGEST_RECEIPT) return undefined
  return { as, ...printed, hundredths: BigInt(amount) }
}
