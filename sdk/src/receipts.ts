/** What a receipt's code says, so that a contact can claim the purchase with a phone. */
export interface ReceiptCode {
  /** The till's number of the purchase: its `reference_number`. */
  readonly receipt: string
  /** The code of the merchant TAP. */
  readonly merchant: string
  /** The code of the venue TAP. */
  readonly venue: string
  /** What was paid for, as "12.50" or 12.5. */
  readonly amount: string | number
}

/** The texts of the two codes. Their orders differ; both are set by the integration guide. */
export const receipts = {
  /** receipt;merchant;venue;amount×100 */
  qrText(code: ReceiptCode): string {
    const { receipt, merchant, venue, amount } = checked(code)
    return [receipt, merchant, venue, amount].join(';')
  },
  /** merchant;receipt;amount×100;venue */
  barcodeText(code: ReceiptCode): string {
    const { receipt, merchant, venue, amount } = checked(code)
    return [merchant, receipt, amount, venue].join(';')
  },
}

function checked({ receipt, merchant, venue, amount }: ReceiptCode) {
  return {
    // Readers split from the known ends, so only the receipt's number may have a semicolon of its own.
    receipt: field('receipt', receipt),
    merchant: separable('merchant', merchant),
    venue: separable('venue', venue),
    amount: hundredfold(amount),
  }
}

function field(name: string, text: string): string {
  if (text === '') throw new RangeError(`${name} is empty; its number is needed`)
  if (/\p{Cc}/u.test(text)) throw new RangeError(`${name} has a control character`)
  return text
}

function separable(name: string, text: string): string {
  if (text.includes(';')) throw new RangeError(`${name} is "${text}"; it must not have a semicolon`)
  return field(name, text)
}

const DECIMAL = /^(\d{1,13})(?:\.(\d{1,3})0*)?$/

/**
 * The amount times one hundred, from its digits, never by a float. It is one hundred for every currency, as
 * the guide says: 1500 JPY is 150000, and the third decimal of a dinar is rounded half up.
 */
function hundredfold(amount: string | number): string {
  const [, whole, fraction = ''] = DECIMAL.exec(String(amount)) ?? []
  if (whole === undefined) {
    throw new RangeError(`amount is ${amount}; a decimal of at most three places is needed, such as "12.50"`)
  }
  const thousandths = BigInt(whole + fraction.padEnd(3, '0'))
  return String((thousandths + 5n) / 10n)
}
