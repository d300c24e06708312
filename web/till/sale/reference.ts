const KEPT = 'tillback.till.number'
const COUNTED = 'tillback.till.receipts'
// Without the letters and figures that are mistaken for each other.
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
export function nextReference(at: Date): string {
  const next = Number(localStorage.getItem(COUNTED) ?? '0') + 1
  localStorage.setItem(COUNTED, String(next))
  return referenceOf(tillNumber(), at, next)
}

export function referenceOf(till: string, at: Date, count: number): string {
  const day = [at.getFullYear() % 100, at.getMonth() + 1, at.getDate()].map((part) => pad(part, 2)).join('')
  return `${till}-${day}-${pad(count, 4)}`
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
