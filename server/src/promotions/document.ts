import type { Kind } from './kinds.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type Fields = Readonly<Record<string, Json>>

/** One record of the configuration, told without anything that is of one mode alone: no ids, no times, what it names by codes. */
export interface Document {
  /** By which it is the same record in both modes. */
  readonly code: string
  /** Within what its code is told apart, where it is not alone. */
  readonly of?: string
  readonly name: string
  /** All of it in words, where it is told so. */
  readonly sentence?: string
  readonly fields: Fields
}

/** Codes of what a mode's records may name, by their ids. */
export type Codes = ReadonlyMap<string, string>

/** A record as its endpoint shows it. */
export type Shown = { readonly [name: string]: Json }

export function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What of a record is configuration; undefined: it is the product's own, as long as nobody changes it. */
export function documentOf(
  { kind, isOne, part, fields }: Kind,
  record: Shown,
  codes: Codes,
): Document | undefined {
  if (record.is_own === false || (kind === 'ACCOUNTING_MAP' && record.is_default === true)) return undefined
  if (part?.isLeftOut?.(record)) return undefined
  const told = Object.entries(part?.written?.(record, codes) ?? record)
    .filter(([name]) => fields.includes(name))
    .map(([name, value]): [string, Json] => [name, tidied(name, value, codes)])
  const id = kind === 'TEMPLATE' ? record.id : record.code
  return {
    code: isOne ? kind : String(id),
    ...(part?.of && { of: part.of(record) }),
    name: typeof record.name === 'string' ? record.name : '',
    ...(typeof record.sentence === 'string' && { sentence: record.sentence }),
    fields: spread(Object.fromEntries(told)),
  }
}

/** Settings of a place are compared each by itself: what one mode does not set is left to the parent. */
const SPREAD = 'settings'

function spread({ [SPREAD]: settings, ...rest }: Fields): Fields {
  if (!isShown(settings)) return rest
  const each = Object.entries(settings).map(([name, value]): [string, Json] => [`${SPREAD}.${name}`, value])
  return { ...rest, ...Object.fromEntries(each) }
}

/** The other way round, as a request has it. */
export function gathered(fields: Fields): Fields {
  const [whole, parts]: [Record<string, Json>, Record<string, Json>] = [{}, {}]
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(`${SPREAD}.`)) parts[name.slice(SPREAD.length + 1)] = value
    else whole[name] = value
  }
  return Object.keys(parts).length === 0 ? whole : { ...whole, [SPREAD]: parts }
}

function tidied(name: string, value: Json, codes: Codes): Json {
  if (name === 'taps' && Array.isArray(value)) {
    const taps = value.filter(isShown).map(({ code = '', name: its = '' }) => ({ code, name: its }))
    return taps.toSorted((a, b) => (String(a.code) < String(b.code) ? -1 : 1))
  }
  return withoutIds(value, codes)
}

function withoutIds(value: Json, codes: Codes): Json {
  if (Array.isArray(value)) return value.map((each) => withoutIds(each, codes))
  if (!isShown(value)) return value
  const { id } = value
  if (typeof id === 'string') return { code: codes.get(id) ?? value.code ?? id }
  const told = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(told.map(([name, inner]) => [name, withoutIds(inner, codes)]))
}

/** Equal values have equal texts, whatever the order of their parts. */
export function textOf(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    isShown(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
