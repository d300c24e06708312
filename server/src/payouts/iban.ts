/** Lengths of the countries of the SEPA area, and a few more whose accounts are often met (ISO 13616 registry). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27',
    'LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22',
  ]
    .join(' ')
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
)

const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/** As it is stored and sent: capitals without spaces. */
export function normaliseIban(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase()
}

/** What is wrong with an IBAN, in words that do not repeat it; undefined: nothing. */
export function ibanProblem(iban: string): string | undefined {
  if (!FORM.test(iban)) return 'not of the form of an IBAN'
  const country = iban.slice(0, 2)
  const length = LENGTHS[country]
  if (length === undefined) return `of the country ${country}, which is not in the SEPA area`
  if (iban.length !== length) return `${iban.length} characters long; ${country} has ${length}`
  return remainder(iban) === 1 ? undefined : 'mistyped: its check digits do not match'
}

/** ISO 7064, modulo 97-10: the first four characters go last, letters count from 10, and the rest of the division is 1. */
function remainder(iban: string): number {
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/

export function isBic(text: string): boolean {
  return BIC.test(text)
}
