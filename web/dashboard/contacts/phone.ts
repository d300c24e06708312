/** Enough of a number to tell people apart who stand at a counter, and no more. */
export function maskedPhone(number: string): string {
  const digits = number.replace(/\D/g, '')
  return digits.length <= 3 ? '··' : `·· ${digits.slice(-3)}`
}
