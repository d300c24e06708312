const KEPT = 'tillback.till.number'
const COUNTED = 'tillback.till.receipts'
// Without the letters and figures that are mistaken for each other.
const COUNTED_DIGITS = 4
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** The number of this till, made up once for this browser: it keeps the receipts of two tills apart. */
export function tillNumber(): string {
  const known = localStorage.getItem(KEPT)
  if (known !== null) return known
  const drawn = crypto.getRandomValues(new Uint8Array(5))
  const made = [...drawn].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
  localStorage.setItem(KEPT, made)
  return made
}

/** The next receipt's number; counted in this browser, so that it needs no line. */
export function nextReference(): string {
  const next = Number(localStorage.getItem(COUNTED) ?? '0') + 1
  localStorage.setItem(COUNTED, String(next))
  return referenceOf(tillNumber(), next)
}

/** Short, because it stands in a barcode on narrow paper; the count never begins again, so that the day need not keep numbers apart. */
export function referenceOf(till: string, count: number): string {
  return `${till}-${String(count).padStart(COUNTED_DIGITS, '0')}`
}
