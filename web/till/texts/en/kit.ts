import { amountText } from '../../../kit/amount.ts'
import type { KitWords } from '../../../kit/words.ts'

export const locale = 'en-GB'
export const count = new Intl.NumberFormat(locale)

export function many(number: number, one: string, more: string): string {
  return `${count.format(number)} ${number === 1 ? one : more}`
}

export function money(amount: number, currency: string): string {
  const { sign, figures } = amountText(amount, { currency, locale })
  return `${sign}${figures} ${currency}`
}

/** What the components of the kit say. */
export const kit: KitWords = {
  locale,
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied ${what}`,
  copyRefused: 'The browser does not allow copying here. Select the text instead.',
  loading: 'Loading',
  retry: 'Try again',
  requestId: 'request id',
  noAnswer: 'Tillback does not answer',
  noAnswerAdvice: 'The line may be down. Sales go on without it.',
  notAllowed: 'This key may not do that',
  scopeNeeded: (scope) => `A key with the scope ${scope} is needed.`,
  refusals: {
    TOKENEXPIREDEXCEPTION:
      'This one-time code is not valid any more. A new one comes from the shopper’s app.',
    TOKENALREADYUSEDEXCEPTION:
      'This one-time code has paid another purchase. A new one comes from the shopper’s app.',
    TOOMANYATTEMPTSEXCEPTION:
      'Too many wrong codes were tried. Wait for a few minutes, or go on without rewards.',
  },
  unexpected: 'Something went wrong on this page',
  close: 'Close',
  cancel: 'Cancel',
  typeToConfirm: (what) => `Type ${what} to go on`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  downloadCsv: 'Download CSV',
  progress: (done, total) =>
    total === null ? count.format(done) : `${count.format(done)} of ${count.format(total)}`,
  point: (name, value) => `${name}: ${value}`,
  theme: { change: 'Colours', system: 'As the device', light: 'Light', dark: 'Dark' },
}
