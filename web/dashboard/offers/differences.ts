import { fieldOf } from '../../kit/reading.ts'
import { texts } from '../texts.ts'
import type { Version } from './queries.ts'

export interface Difference {
  readonly part: string
  readonly was: string
  readonly is: string
}

/** What two versions of an offer do not have in common, in words. */
export function differences(before: Version, after: Version): readonly Difference[] {
  const { parts } = texts.editor
  return Object.entries(parts).flatMap(([name, part]) => {
    const was = told(fieldOf(before, name))
    const is = told(fieldOf(after, name))
    return was === is ? [] : [{ part, was, is }]
  })
}

/** A value of the API as a person reads it: names rather than ids, and no brackets. */
export function told(value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.nothing
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return value.length === 0 ? texts.nothing : value.map(told).join('; ')
  if (typeof value !== 'object') return String(value)
  const name = fieldOf(value, 'name')
  if (typeof name === 'string') return name
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .map(([key, inner]) => (key === 'kind' ? String(inner) : `${key.replaceAll('_', ' ')} ${told(inner)}`))
    .join(', ')
}
