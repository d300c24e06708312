import type { Random } from '../simulate/random.ts'
import type { Schema } from './document.ts'
import type { Known } from './known.ts'

/** Draws values that a schema takes, with identifiers of things that exist wherever one may stand. */
export interface Source {
  readonly random: Random
  readonly known: Known
}

type Fields = Record<string, unknown>

/** The field for which a value is drawn, and the field that holds that one: `contact` for the `id` of a contact. */
export interface At {
  readonly name: string
  readonly within: string
}

const NOWHERE: At = { name: '', within: '' }

export function drawn(schema: Schema, source: Source, at: At = NOWHERE): unknown {
  const { random } = source
  if ('const' in schema) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return drawn(random.pick(options), source, at)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => drawn(part, source, at)))
  const type = typeof schema.type === 'object' ? random.pick(schema.type) : schema.type
  switch (type) {
    case 'object':
      return objectOf(schema, source, at.name)
    case 'array':
      return listOf(schema, source, at)
    case 'string':
      return textOf(schema, source, at)
    case 'number':
    case 'integer':
      return numberOf(schema, random, type === 'integer')
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return random.pick(ANYTHING)
  }
}

const ANYTHING = [1, 'x', true, null, 1_793_000_000, '12.50', {}, []]

function objectOf(schema: Schema, source: Source, name: string): Fields {
  const { random } = source
  const required = new Set(schema.required)
  const fields: Fields = {}
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (required.has(key) || random.chance(0.25))
      fields[key] = drawn(field, source, { name: key, within: name })
  }
  if (typeof schema.additionalProperties === 'object') {
    for (let left = random.whole(0, 3); left > 0; left--) {
      fields[random.pick(WORDS)] = drawn(schema.additionalProperties, source)
    }
  }
  return fields
}

function listOf(schema: Schema, source: Source, at: At): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => drawn(item, source, at))
  const least = schema.minItems ?? 0
  const count = Math.min(source.random.whole(least, least + 2), schema.maxItems ?? 2)
  return Array.from({ length: count }, () => drawn(schema.items ?? {}, source, at))
}

const NUMBERS = [0, 1, 1, 2, 3, 5, 10, 25, 100, 12.5, 0.01, 1_764_500_000]

function numberOf({ minimum = -1e6, maximum = 1e12 }: Schema, random: Random, isWhole: boolean): number {
  const fitting = NUMBERS.filter((n) => n >= minimum && n <= maximum && (!isWhole || Number.isInteger(n)))
  if (fitting.length > 0) return random.pick(fitting)
  return random.chance(0.5) ? minimum : maximum
}

const WORDS = ['tea', 'Main', 'VIP', 'R-1', 'Καφές', 'C-1', 'note', 'A', 'S1', 'M1', 'V1', 'TEA']
const WRITTEN = [
  '1',
  '5',
  '12.50',
  '0.01',
  '08:30',
  '17:00',
  '2026-11-01',
  '2026-12-31',
  '07-20',
  '1990-05-31',
  'EUR',
  'Europe/Nicosia',
  'en',
  'maria@example.com',
  '+35799123456',
  '2026-11-23T12:00:00Z',
  '1795435200',
  'ABC',
  'https://hooks.example.com/x',
  '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11',
  'Monday',
  'true',
  'ABCDEFGH',
  'a',
]
/** Everybody's: nobody gets in with a drawn one. */
export const PASSWORD = 'correct horse battery'
const BY_NAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/currency/, ['EUR', 'EUR', 'eur', 'USD']],
  [/time_zone|zone/, ['Europe/Nicosia', 'America/New_York']],
  [
    /^(from|to|at|date|.*_on|.*_date|expires_at)$/,
    ['2026-11-23T12:00:00Z', '1795435200', '2026-11-01T00:00:00+02:00'],
  ],
  [/email|medium_value/, ['maria@example.com', 'x@y.example']],
  [/phone|^number$/, ['+35799123456', '99123456']],
  [/url/, ['https://hooks.example.com/x']],
  [/password/, [PASSWORD]],
  [/^mode$/, ['TEST']],
  [/wallet_code/, ['7310482256019934']],
  [/amount|total|balance|minimum|maximum|rate|price|quantity|net|tax/, ['1', '2.50', '12.50', '5']],
]
const IDENTIFIES =
  /(^|_)(id|code|identifier|reference_number|sku|cim|otp|organisations|number)$|^(username|invitation|refresh_token|into)$/

function textOf(schema: Schema, { random, known }: Source, { name, within }: At): string {
  const { minLength = 0, maxLength = 1e6, pattern } = schema
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text))
  if (IDENTIFIES.test(name) && random.chance(0.8)) {
    const found = known.draw(/^(id|code)$/.test(name) ? within : name, random)
    if (found !== undefined && fits(found)) return found
  }
  const named = BY_NAME.find(([names]) => names.test(name))?.[1].filter(fits) ?? []
  if (named.length > 0) return random.pick(named)
  const fitting = (pattern === undefined ? WORDS : WRITTEN).filter(fits)
  return fitting.length > 0 ? random.pick(fitting) : 'x'.repeat(Math.max(1, minLength))
}
