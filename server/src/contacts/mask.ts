const MASK = '··'
const SHOWN = 3

/** What a till and the office see of a number until it is revealed: "·· 456". */
export function maskPhone(number: string): string {
  return maskCode(number.replace(/\D/g, ''))
}

/** The end of a card or code, where there is enough of it that the end is not all. */
export function maskCode(code: string): string {
  return code.length <= SHOWN ? MASK : `${MASK} ${code.slice(-SHOWN)}`
}

/** "m·· @example.com": with a space, so that it is no address to whoever sends it back. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return `${at > 1 ? address.slice(0, 1) : ''}${MASK} ${address.slice(at)}`
}

/** Whether a value is what somebody was shown in place of the real one. */
export function isMasked(value: string): boolean {
  return value.startsWith(MASK)
}
