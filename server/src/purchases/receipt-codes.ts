import { createHmac, createSecretKey } from 'node:crypto'
import { minorDigits } from '../kit/currency.ts'
import { base32 } from '../kit/id.ts'

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

// 40 bits: an attacker who tries a thousand a second finds one of a given purchase after half a lifetime.
const SIGNATURE_HEX = 10

/** Codes with a signature behind them: altering or guessing one fails without the server's secret. */
export function codeSigner(secret: Uint8Array): (tenant: number, code: string) => string {
  const key = createSecretKey(secret)
  return (tenant, code) => {
    const signature = createHmac('sha256', key)
      .update(`receipt|${tenant}|${code}`)
      .digest('hex')
      .slice(0, SIGNATURE_HEX)
    return `${code}-${base32(signature)}`
  }
}
