import { capital, texts, wordFor } from '../texts.ts'

/** The name of an operation of the API as words: updateRewardOffer is "Update reward offer". */
export function actText(operation: string): string {
  return capital(operation.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase())
}

/** The other way round, so that a filter takes both. */
export function operationOf(text: string): string {
  const words = text.trim().split(/\s+/)
  if (words.length === 1) return text.trim()
  const [first = '', ...others] = words.map((word) => word.toLowerCase())
  return first + others.map(capital).join('')
}

/** What was changed, as people call it where they change it. */
export function fieldText(field: string): string {
  const setting = /^settings\.(\w+)$/.exec(field)?.[1]
  return setting === undefined ? field.replaceAll('_', ' ') : wordFor(texts.settings.names, setting)
}
