import type { Venue } from '../session/venue.ts'

/** The purchase's own code, and the signature after it. */
const SIGNED = /^([0-9A-Z]{12})-[0-9A-Z]{8}$/i

/**
 * What may be the receipt's number in what was typed or scanned, the likeliest first: the number itself, or one of the codes on the paper.
 * The guide's QR code begins with the receipt, its barcode with the merchant; the numbers of this till tell which one it is.
 */
export function referencesIn(
  text: string,
  { merchantTap, tap }: Pick<Venue, 'merchantTap' | 'tap'>,
): readonly string[] {
  const trimmed = text.trim()
  const fields = trimmed.split(';')
  if (fields.length < 4) {
    if (trimmed === '') return []
    const [, code] = SIGNED.exec(trimmed) ?? []
    return code === undefined ? [trimmed] : [trimmed, code]
  }
  // The number itself may have semicolons; merchant, venue and amount may not.
  const asQr = fields.slice(0, -3).join(';')
  const asBarcode = fields.slice(1, -2).join(';')
  const isBarcode = fields[0] === merchantTap && fields.at(-1) === tap && fields.at(-2) !== tap
  return isBarcode ? [asBarcode, asQr] : [asQr, asBarcode]
}
