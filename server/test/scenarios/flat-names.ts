import type { Answer } from '../harness.ts'

/** Where a field stands in version 2, and what version 1 calls it. */
export type FlatNames = readonly (readonly [v2: string, v1: string])[]

/**
 * How a client of version 1 writes what version 2 nests: told here a second time, apart from the server's own list, so that
 * one is proved by the other.
 */
const FLAT: FlatNames = [
  ['contact.id', 'contact_id'],
  ['organisation.id', 'organisation_id'],
  ['organisation.merchant_tap', 'merchant_tap'],
  ['organisation.venue_tap', 'venue_tap'],
  ['transaction_amounts.total', 'total_amount'],
  ['transaction_amounts.net', 'net_amount'],
  ['transaction_amounts.tax', 'tax_amount'],
  ['transaction_amounts.discount', 'discount_amount'],
  ['date', 'performed_on'],
  ['method', 'send_method'],
]

type Fields = Record<string, unknown>

export function bodyToV1(body: object, names = FLAT): object {
  const flat: Fields = structuredClone({ ...body })
  for (const [from, to] of names) {
    const value = take(flat, from.split('.'))
    if (value !== undefined) flat[to] = value
  }
  return flat
}

export function queryToV1(path: string): string {
  return path
    .replace('date[gte]=', 'from_date=')
    .replace('date[lte]=', 'to_date=')
    .replace('/validate_otp', '/validate-otp')
}

const FLAT_ANSWER: readonly (readonly [v1: string, v2: string])[] = [
  ['total_amount', 'transaction_amounts.total'],
  ['total_net_amount', 'transaction_amounts.net'],
  ['total_tax_amount', 'transaction_amounts.tax'],
  ['discount_amount', 'transaction_amounts.discount'],
  ['performed_on', 'date'],
  ['created_date', 'created_on'],
]

/** The body of an answer in the names of version 2; what version 1 says besides stays. */
export function answerFromV1({ body }: Answer): unknown {
  if (Array.isArray(body?.content)) return { ...body, content: body.content.map(nested) }
  return nested(body)
}

function nested(flat: Fields): Fields {
  const told: Fields = { ...flat }
  for (const [name, path] of FLAT_ANSWER) {
    if (!(name in told)) continue
    const [root = '', leaf] = path.split('.')
    const value = told[name]
    delete told[name]
    told[root] = leaf === undefined ? value : { ...Object(told[root]), [leaf]: value }
  }
  return told
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
