const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  A: 'Á',
  E: 'É',
  O: 'Ó',
}
/** About as much longer as the longest of languages. */
const LONGER = 0.4
/** Not words, but said to programs. */
const KEPT = new Set(['locale'])

/** The texts with accents and longer: whatever is cut off or stands in the code shows itself. */
export function pseudo<Text>(texts: Text): Text {
  return changed('', texts) as Text
}

function changed(name: string, value: unknown): unknown {
  if (KEPT.has(name)) return value
  if (typeof value === 'string') return pseudoText(value)
  if (typeof value === 'function') {
    return (...given: readonly unknown[]) => changed('', Reflect.apply(value, undefined, given))
  }
  if (Array.isArray(value)) return value.map((each) => changed('', each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(key, inner)]))
}

export function pseudoText(text: string): string {
  const accented = [...text].map((letter) => LETTERS[letter] ?? letter).join('')
  return `${accented}${'·'.repeat(Math.ceil(text.length * LONGER))}`
}
