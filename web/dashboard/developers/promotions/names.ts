import { textOf } from '../../../kit/reading.ts'
import { useNames } from '../../queries.ts'
import type { Promotion } from './queries.ts'

/** What codes stand for, as far as it is known: of what comes over, and of what is there. */
export type Names = ReadonlyMap<string, string>

export function useNamesOf({ changes }: Promotion): { readonly names: Names; readonly currency: string } {
  const { organisations, pools, currency } = useNames()
  const known = [...organisations, ...pools, ...changes].map(({ code, name }) => [code ?? '', name] as const)
  return { names: new Map(known.filter(([code, name]) => code !== '' && name !== '')), currency }
}

/** The same value with the names of what it has by codes alone. */
export function withNames(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((each) => withNames(each, names))
  if (typeof value !== 'object' || value === null) return value
  const code = textOf(value, 'code')
  const isReference = code !== '' && Object.keys(value).length === 1
  if (isReference) return { code, name: names.get(code) ?? code }
  return Object.fromEntries(Object.entries(value).map(([part, inner]) => [part, withNames(inner, names)]))
}
