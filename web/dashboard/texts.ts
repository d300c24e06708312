import { english } from './texts/en/index.ts'

/** The words that the dashboard speaks in. */
export const texts = english

/** The word for a value of the API; what this dashboard does not know yet is shown as it came. */
export function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value
}
