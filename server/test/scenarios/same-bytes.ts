/** What differs between two tellings of one story because it was drawn or numbered for each: everything else must not. */
const DRAWN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['id', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g],
  ['request', /req_[0-9a-f]{32}/g],
  // The code of a purchase and, behind it, what signs it on a receipt.
  ['code', /\b[0-9A-HJKMNP-TV-Z]{12}(?:-[0-9A-HJKMNP-TV-Z]{8})?\b/g],
  ['wallet', /\b\d{16}\b/g],
  ['token', /(?<="value":")\d{6}(?=")/g],
  ['secret', /whsec_[\w+/=]+/g],
  // Events name the mode that they are of.
  ['mode', /(?<="mode":")(?:LIVE|TEST)(?=")/g],
]

/** An answer with everything that is drawn named by the order in which it was first heard, over the whole story. */
export function anonymised(answers: readonly string[]): readonly string[] {
  return DRAWN.reduce<readonly string[]>((texts, [name, pattern]) => {
    const heard = new Map<string, string>()
    const named = (found: string) => {
      const known = heard.get(found) ?? `<${name} ${heard.size + 1}>`
      heard.set(found, known)
      return known
    }
    return texts.map((text) => text.replaceAll(pattern, named))
  }, answers)
}
