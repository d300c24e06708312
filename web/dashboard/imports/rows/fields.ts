import { amountRead, type DecimalMark, folded, type Value } from './read-values.ts'

export interface Reading {
  readonly decimalMark: DecimalMark
}

/** What a column may stand for. */
export interface ImportField {
  /** As the API calls it. */
  readonly name: string
  /** Headings under which it is known, the surest first. */
  readonly headings: readonly string[]
  readonly isAmount?: boolean
  readonly read: (text: string, reading: Reading) => Value
}

/** By the name of a field the place of its column. */
export type Mapping = Readonly<Record<string, number>>

const asWritten = (text: string): Value => text
const asAmount = (text: string, { decimalMark }: Reading): Value => amountRead(text, decimalMark)

export function textField(
  name: string,
  headings: readonly string[],
  read: (text: string) => Value = asWritten,
): ImportField {
  return { name, headings, read }
}

export function amountField(name: string, headings: readonly string[]): ImportField {
  return { name, headings, isAmount: true, read: asAmount }
}

/** Which column stands for which field, by its heading; a column stands for one field only. */
export function matchHeadings(fields: readonly ImportField[], headings: readonly string[]): Mapping {
  const known = headings.map((heading) => folded(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, '')))
  const taken = new Set<number>()
  const entries = fields.flatMap(({ name, headings: names }): [string, number][] => {
    const sought = [name, ...names].map(folded)
    const place = sought.map((each) => known.findIndex((one, at) => one === each && !taken.has(at)))
    const found = place.find((at) => at >= 0)
    if (found === undefined) return []
    taken.add(found)
    return [[name, found]]
  })
  return Object.fromEntries(entries)
}
