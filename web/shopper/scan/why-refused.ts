import { TillbackError } from '@tillback/sdk'
import type { Texts } from '../texts/en.ts'

/** Why a receipt is not taken, in the words of whoever holds it; undefined: for another reason, which is told as any failure is. */
export function whyRefused(error: unknown, { why }: Texts['scan']): string | undefined {
  if (!(error instanceof TillbackError)) return undefined
  const { code, parameters, status, fieldErrors } = error
  const [, , third] = parameters
  switch (code.split('.').at(-1)) {
    case 'ALREADYEXISTSEXCEPTION':
      return third === 'OWN' ? why.own : why.others
    case 'NOTFOUNDEXCEPTION':
      return why.unknown
    case 'INVALIDSTATEEXCEPTION':
      return third === 'RETURNED' ? why.returned : why.cancelled
    case 'TOOMANYATTEMPTSEXCEPTION':
      return status === 429 ? why.tooMany : undefined
    case 'INVALIDVALUEEXCEPTION':
      if (fieldErrors.some(({ path }) => path === 'date')) return why.tooOld
      if (fieldErrors.some(({ path }) => path === 'transaction_amounts.total')) return why.otherAmount
      return why.noReceipt
    default:
      return undefined
  }
}
