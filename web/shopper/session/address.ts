/** What was typed as a phone number or an e-mail address; undefined: neither. */
export type Address = { readonly kind: 'EMAIL' | 'PHONE'; readonly value: string }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+\d{7,15}$/

/** People write numbers with spaces, brackets and 00 for +. */
export function readAddress(text: string): Address | undefined {
  const given = text.trim()
  if (EMAIL.test(given)) return { kind: 'EMAIL', value: given }
  const digits = given.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
  return PHONE.test(digits) ? { kind: 'PHONE', value: digits } : undefined
}
