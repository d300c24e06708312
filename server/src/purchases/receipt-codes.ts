import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import { minorDigits } from '../kit/currency.ts'
import { base32, codeOf, idsOfCode } from '../kit/id.ts'

export interface ReceiptFields {
  readonly receipt: string
  readonly merchant: string
  readonly venue: string
  readonly total: bigint
  readonly currency: string
}

/** The amount as codes carry it: ×100 for every currency, as the guide says, whatever its minor unit is. */
export function timesHundred(total: bigint, currency: string): bigint {
  const digits = minorDigits(currency)
  if (digits <= 2) return total * 10n ** BigInt(2 - digits)
  const unit = 10n ** BigInt(digits - 2)
  return (total * 2n + unit) / (unit * 2n)
}

/** The guide's QR text starts with the receipt … */
export function qrText({ receipt, merchant, venue, total, currency }: ReceiptFields): string {
  return [receipt, merchant, venue, timesHundred(total, currency)].join(';')
}

/** … while its barcode starts with the merchant and carries the amount before the venue. */
export function barcodeText({ receipt, merchant, venue, total, currency }: ReceiptFields): string {
  return [merchant, receipt, timesHundred(total, currency), venue].join(';')
}

/** What stands behind a printed short code: the ids that share its first half, and the signature that only one of them has. */
export interface SignedCode {
  readonly first: string
  readonly last: string
  readonly signature: string
}

/** Signs purchases' ids, and recognises its own signature. */
export interface CodeSigner {
  /** The short code that is printed on the receipt. */
  sign(tenant: Tenant, id: string): string
  isOf(code: SignedCode, tenant: Tenant, id: string): boolean
}

// 40 bits, which nobody tries out: a few wrong codes stop who sends them, and a million guesses a day would find one code of a
// thousand purchases after three years.
const SIGNATURE_HEX = 10
const SIGNATURE_LETTERS = 8

/**
 * Codes with a signature behind them. The first half says when the purchase was made and can be guessed; the second follows from
 * the whole id, the tenant and the server's secret, so that a code cannot be made up, altered, or used at another business.
 */
export function codeSigner(secret: Uint8Array): CodeSigner {
  const key = createSecretKey(secret)
  const signature = (tenant: Tenant, id: string) =>
    base32(createHmac('sha256', key).update(`receipt|${tenant}|${id}`).digest('hex').slice(0, SIGNATURE_HEX))
  return {
    sign: (tenant, id) => `${codeOf(id)}-${signature(tenant, id)}`,
    isOf: ({ signature: sent }, tenant, id) =>
      timingSafeEqual(Buffer.from(sent), Buffer.from(signature(tenant, id))),
  }
}

/** Reads a short code as people type it: in any case, with or without dashes and blanks; undefined where it is none. */
export function readSignedCode(text: string): SignedCode | undefined {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const signature = letters.slice(-SIGNATURE_LETTERS)
  const ids = idsOfCode(letters.slice(0, -SIGNATURE_LETTERS))
  return ids && /^[0-9A-Z]{8}$/.test(signature) ? { ...ids, signature } : undefined
}
