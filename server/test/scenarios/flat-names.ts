import type { Answer } from '../harness.ts'

/**
 * How a client of version 1 writes what version 2 nests: told here a second time, apart from the server's own list, so that
 * one is proved by the other.
 */
const FLAT: readonly (readonly [v2: string, v1: string])[] = [
  ['contact.id', 'contact_id'],
  ['organisation.id', 'organisation_id'],
  ['organisation.merchant_tap', 'merchant_tap'],
  ['organisation.venue_tap', 'venue_tap'],
  ['transaction_amounts.total', 'total_amount'],
  ['transaction_amounts.net', 'net_amount'],
  ['transaction_amounts.tax', 'tax_amount'],
  ['transaction_amounts.discount', 'discount_amount'],
  ['date', 'performed_on'],
]

type Fields = Record<string, unknown>

export function bodyToV1(_: string, body: object): object {
  const flat: Fields = structuredClone({ ...body })
  for (const [from, to] of FLAT) {
    const value = take(flat, from.split('.'))
    if (value !== undefined) flat[to] = value
  }
  return flat
}

export function queryToV1(path: string): string {
  return path
}

export function answerFromV1(_: string, { body }: Answer): unknown {
  return body
}

/** Takes a value out of where it stands, and what was left empty around it. */
function take(fields: Fields, [head = '', ...rest]: readonly string[]): unknown {
  const inner = fields[head]
  if (rest.length === 0) {
    delete fields[head]
    return inner
  }
  if (typeof inner !== 'object' || inner === null) return undefined
  const within: Fields = { ...inner }
  const found = take(within, rest)
  if (Object.keys(within).length === 0) delete fields[head]
  else fields[head] = within
  return found
}
