import { capital } from '../../kit/capital.ts'
import { texts, wordFor } from '../texts.ts'

const ACTS: Readonly<Record<string, string>> = texts.audit.acts
const FIELDS: Readonly<Record<string, string>> = texts.audit.fields

/** What was done, in words of its own or in those of the operation's name: updateRewardOffer is "Update reward offer". */
export function actText(operation: string): string {
  return ACTS[operation] ?? capital(operation.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase())
}

/** The other way round, so that a filter takes both. */
export function operationOf(text: string): string {
  const told = text.trim().toLocaleLowerCase(texts.locale)
  const own = Object.entries(ACTS).find(([, words]) => words.toLocaleLowerCase(texts.locale) === told)
  if (own) return own[0]
  const words = text.trim().split(/\s+/)
  if (words.length === 1) return text.trim()
  const [first = '', ...others] = words.map((word) => word.toLowerCase())
  return first + others.map(capital).join('')
}

/** What was changed, as people call it where they change it. */
export function fieldText(field: string): string {
  const setting = /^settings\.(\w+)$/.exec(field)?.[1]
  if (setting !== undefined) return wordFor(texts.settings.names, setting)
  return FIELDS[field] ?? field.replaceAll('_', ' ')
}
