import { isGtin } from './scanner.ts'

/** What a code is for, by its shape. */
export type Scan =
  | { readonly is: 'ARTICLE'; readonly numbers: readonly string[] }
  | { readonly is: 'RECEIPT'; readonly text: string }
  | { readonly is: 'CODE'; readonly digits: string }
  | { readonly is: 'MEMBER'; readonly identifier: string }
  | { readonly is: 'SEARCH'; readonly text: string }

export interface ScanContext {
  /** A window waits for a one-time code. */
  readonly isSpending: boolean
}

const MEMBER_PREFIXES = ['tillback:member:', 'member:', 'M:']

/** Where a scan goes. The shapes do not overlap but for six and sixteen figures, which are a code only while one is waited for. */
export function routeScan(text: string, { isSpending }: ScanContext): Scan {
  if (isSpending && /^(?:\d{6}|\d{16})$/.test(text)) return { is: 'CODE', digits: text }
  const gtin = gtinIn(text)
  if (gtin !== undefined) return { is: 'ARTICLE', numbers: formsOf(gtin) }
  if (text.split(';').length >= 4) return { is: 'RECEIPT', text }
  const prefix = MEMBER_PREFIXES.find((each) => text.toLowerCase().startsWith(each.toLowerCase()))
  if (prefix !== undefined) return { is: 'MEMBER', identifier: text.slice(prefix.length) }
  return { is: 'SEARCH', text }
}

// A GS1 element string (perhaps with its symbology identifier) begins with 01 and the number in 14 figures.
const ELEMENT_STRING = /^(?:\](?:C1|d2|Q3|e0))?\p{Cc}?(?:\(01\)|01)(\d{14})/u
const DIGITAL_LINK = /^https?:\/\/[^/]+(?:\/[^?#]*)?\/(?:01|gtin)\/(\d{8,14})(?:[/?#]|$)/i

/** The article's number in a barcode, a GS1 element string or a GS1 Digital Link. */
export function gtinIn(text: string): string | undefined {
  if (isGtin(text)) return text
  const found = DIGITAL_LINK.exec(text)?.[1] ?? ELEMENT_STRING.exec(text)?.[1]
  return found !== undefined && isGtin(found.padStart(14, '0')) ? found : undefined
}

/** One number is written with 8 to 14 figures: shops keep it in any of these forms. */
export function formsOf(gtin: string): readonly string[] {
  const bare = gtin.replace(/^0+/, '')
  const forms = [8, 12, 13, 14]
    .filter((length) => length >= bare.length)
    .map((length) => bare.padStart(length, '0'))
  return [...new Set([gtin, ...forms])]
}
