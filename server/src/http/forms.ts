import qs from 'qs'
import { invalidField } from '../kit/error.ts'
import { MAX_DEPTH, MAX_LINES } from '../kit/limits.ts'
import { refuseUnstorable } from './unstorable.ts'

const MAX_FIELDS = 20_000
// One line more than a purchase may have, so that the purchase's own limit speaks, naming the field.
const MAX_ITEMS = MAX_LINES + 500

/**
 * Reads `products[0][sku]=…` (or `products.0.sku`) into the object that the same JSON would be. Limits refuse, they never cut:
 * a purchase that silently loses lines awards the wrong money. `nul`: the character U+0000 is left to whoever looks at the parts.
 */
export function readForm(text: string, { nul = false }: { readonly nul?: boolean } = {}): unknown {
  const value = parse(text)
  if (!nul && (text.includes('%00') || text.includes('\0'))) refuseUnstorable(value)
  return value
}

function parse(text: string): unknown {
  const fields = normalised(text)
  try {
    return withArrays(
      qs.parse(fields, {
        allowDots: true,
        allowPrototypes: false,
        allowSparse: true,
        arrayLimit: MAX_ITEMS,
        depth: MAX_DEPTH,
        strictDepth: true,
        parameterLimit: MAX_FIELDS,
        throwOnLimitExceeded: true,
        duplicates: 'last',
      }),
      '',
    )
  } catch (error) {
    if (error instanceof RangeError)
      throw invalidField('body', `over a limit (${error.message})`, 'send fewer or flatter fields')
    throw error
  }
}

const BRACKETS = /^[^[\]]+(\[[^[\]]*\])*$/

/** Refuses keys with brackets that do not pair up, which a lenient reader would take for other names. */
function normalised(text: string): string {
  const seen = new Set<string>()
  for (const pair of text.split('&')) {
    const key = decode(pair.split('=', 1)[0] ?? '')
    if (key === '') continue
    if (!BRACKETS.test(key))
      throw invalidField(key, 'a form field with broken nesting', 'write it as products[0][sku]')
    if (key.includes('[]'))
      throw invalidField(key, 'a form list without positions', 'number the entries: products[0][sku]')
    if (seen.has(key)) throw invalidField(key, 'sent twice', 'send each field once')
    seen.add(key)
  }
  return text
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw invalidField(text.slice(0, 100), 'not a valid form field', 'percent-encode it as UTF-8')
  }
}

/** Positions of a list are 0, 1, 2 …: a gap is a line that got lost, so it is refused rather than closed. */
function withArrays(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) throw gapIn(path)
    return value.map((item, index) => withArrays(item, `${path}[${index}]`))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) throw gapIn(path)
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, withArrays(inner, path === '' ? key : `${path}.${key}`)]),
  )
}

function gapIn(path: string): Error {
  return invalidField(
    path || 'body',
    'a form list with missing positions',
    'number the entries 0, 1, 2 … without a gap',
  )
}
