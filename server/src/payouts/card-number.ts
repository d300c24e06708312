import { invalidField } from '../kit/error.ts'

const DIGIT_RUNS = /\d(?:[ -]?\d){12,18}/g

/** Whether a text holds what may be a full card number: 13 to 19 digits, spaced or not, whose check digit is right. */
export function holdsCardNumber(text: string): boolean {
  return [...text.matchAll(DIGIT_RUNS)].some(([run]) => passesLuhn(run.replaceAll(/\D/g, '')))
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** Refuses card numbers wherever they hide in a request, in words that do not repeat them. `path` is of the value itself. */
export function refuseCardNumbers(value: unknown, path: string): void {
  if (typeof value === 'string' && holdsCardNumber(value)) {
    throw invalidField(
      path,
      'what may be a full card number',
      'card numbers are never taken; send the token of the payment provider and the first and last digits',
    )
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value)) {
    // An account number may pass the check of card numbers by chance; it has its own.
    if (name !== 'iban') refuseCardNumbers(each, path === '' ? name : `${path}.${name}`)
  }
}
