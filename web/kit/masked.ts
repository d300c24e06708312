const MASK = '··'

/** Enough of a number to tell people apart who stand at a counter, and no more: "·· 456". */
export function maskedPhone(number: string): string {
  return isMasked(number) ? number : ending(number.replace(/\D/g, ''))
}

/** "m·· @example.com", as the server shows it to staff. */
export function maskedEmail(address: string): string {
  if (isMasked(address)) return address
  const at = address.lastIndexOf('@')
  return `${at > 1 ? address.slice(0, 1) : ''}${MASK} ${address.slice(at)}`
}

export function maskedCode(code: string): string {
  return isMasked(code) ? code : ending(code)
}

/** The server masks to members of staff what it tells a key in full. */
export function isMasked(value: string): boolean {
  return value.includes(MASK)
}

function ending(text: string): string {
  return text.length <= 3 ? MASK : `${MASK} ${text.slice(-3)}`
}
