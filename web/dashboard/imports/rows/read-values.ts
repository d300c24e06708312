/** What a cell says: text as it is sent, a yes or no, or several texts. */
export type Value = string | boolean | readonly string[]

export type DecimalMark = '.' | ','

/** Everything by which people would call two texts the same: without case, accents and signs. */
export function folded(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ')
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Which sign the decimals of these amounts come after, as far as they show it. */
export function decimalMarkOf(amounts: readonly string[]): DecimalMark | undefined {
  const marks = amounts.map(markOf)
  const count = (wanted: DecimalMark) => marks.filter((mark) => mark === wanted).length
  const [points, commas] = [count('.'), count(',')]
  if (points === commas) return undefined
  return points > commas ? '.' : ','
}

/** The last of two signs; one alone shows it unless three digits follow, which may be thousands. */
function markOf(amount: string): DecimalMark | undefined {
  const [, sign, digits = ''] = /([.,])(\d*)$/.exec(bareAmount(amount)) ?? []
  if (sign !== '.' && sign !== ',') return undefined
  const hasBoth = amount.includes('.') && amount.includes(',')
  return hasBoth || digits.length !== 3 ? sign : undefined
}

const GROUPED: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
  ',': /^[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
}

/** An amount as it is sent; what is none stays as it is, so that whoever refuses it names it. */
export function amountRead(text: string, mark: DecimalMark): string {
  const bare = bareAmount(text)
  if (!GROUPED[mark].test(bare)) return text
  return mark === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
}

function bareAmount(text: string): string {
  return text.replace(/[\s€$£%]|EUR/g, '')
}

const YES = new Set(['true', 'yes', 'y', '1', 'x', 'ναι', 'αληθησ', 'active', 'ενεργο'])
const NO = new Set(['false', 'no', 'n', '0', 'οχι', 'ψευδησ', 'inactive', 'ανενεργο'])

export function truthRead(text: string): boolean | string {
  const said = folded(text)
  if (YES.has(said)) return true
  return NO.has(said) ? false : text
}

/** A day as it is sent. Written with a point or stroke it begins with the day of the month, as in Europe. */
export function dayRead(text: string): string {
  const [bare = ''] = text.split(/[ T](?=\d\d?:)/)
  if (/^\d{4}-\d\d-\d\d$/.test(bare)) return bare
  const [, day = '', month = '', year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(bare) ?? []
  return year === undefined || Number(month) > 12 ? text : `${year}-${two(month)}-${two(day)}`
}

/** A day of every year as it is sent, such as 07-20. */
export function dayOfYearRead(text: string): string {
  const [, day, month = ''] = /^(\d{1,2})[./](\d{1,2})[./]?$/.exec(text) ?? []
  return day === undefined ? text : `${two(month)}-${two(day)}`
}

function two(number: string): string {
  return number.padStart(2, '0')
}

/** Spreadsheets take the plus away from what they take for a number. */
export function phoneRead(text: string): string {
  return /^[34]\d{10,14}$/.test(text) ? `+${text}` : text
}

export function severalRead(text: string): readonly string[] {
  const each = text.split('|').map((part) => part.trim())
  return each.filter((part) => part !== '')
}
