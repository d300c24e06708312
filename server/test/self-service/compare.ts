import type { z } from 'zod'
import { schemaOf } from '../../src/http/openapi.ts'
import type { Fields } from './read-wire.ts'

interface Json {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Json>>
  readonly items?: Json
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
}

/** What one of our fields may be: `string`, `object[]`, or the texts of a list. */
export type OurFields = ReadonlyMap<string, { readonly type: string; readonly texts: readonly string[] }>

export function fieldsOf(schema: z.ZodType | undefined, io: 'input' | 'output'): OurFields {
  const fields = new Map<string, { type: string; texts: readonly string[] }>()
  if (schema) collect(schemaOf(schema, io), '', fields)
  return fields
}

type Collected = Map<string, { type: string; texts: readonly string[] }>

function collect(json: Json, at: string, fields: Collected): void {
  for (const each of choices(json)) {
    for (const [name, field] of Object.entries(each.properties ?? {})) {
      const path = at === '' ? name : `${at}.${name}`
      const type = typeOf(field)
      fields.set(path, { type, texts: textsOf(field) })
      const inner = type.endsWith('[]') ? choices(field).flatMap(({ items }) => items ?? []) : [field]
      for (const one of inner) collect(one, type === 'object[]' ? `${path}[]` : path, fields)
    }
  }
}

/** Whatever it may be besides null. */
function choices(json: Json): readonly Json[] {
  const options = json.anyOf ?? json.oneOf
  if (!options) return [json]
  return options.flatMap(choices).filter(({ type }) => type !== 'null')
}

function typeOf(json: Json): string {
  const types = choices(json).map(({ type, enum: texts, const: one, properties, items }) => {
    if (type === 'array' || items) return `${items ? typeOf(items) : 'any'}[]`
    if (texts ?? one !== undefined) return 'string'
    if (properties) return 'object'
    return [type].flat().find((each) => each !== 'null') ?? 'any'
  })
  return types.find((type) => type !== 'string') ?? types[0] ?? 'any'
}

function textsOf(json: Json): readonly string[] {
  return choices(json).flatMap(({ enum: texts = [], const: one }) =>
    [...texts, ...(one === undefined ? [] : [one])].map(String),
  )
}

/** How ours is not what the contract says; undefined: it is. */
export function faultOf(
  { type, texts }: { readonly type: string; readonly texts: readonly string[] },
  wire: string,
): string | undefined {
  const list = wire.includes('|') ? wire.replace(/\[\]$/, '').split('|') : undefined
  const odd = list ? texts.filter((text) => !list.includes(text)) : []
  if (odd.length > 0) return `may be ${odd.join(', ')}`
  const meant = plain(list ? (wire.endsWith('[]') ? 'string[]' : 'string') : wire)
  const told = type === 'integer' ? 'number' : type
  return told === meant ? undefined : `is ${told}, not ${meant}`
}

function plain(wire: string): string {
  return wire
    .replace(/^integer\(\w+\)/, 'number')
    .replace(/^integer/, 'number')
    .replace(/^string\(\w+\)/, 'string')
    .replace(/^(ISO|GUID)\b.*/, 'string')
}

/** Names of the contract that we have not: of a whole object that is missing, its own name only. */
export function missing(wire: Fields, ours: { has(path: string): boolean }): string[] {
  const gone = [...wire.keys()].filter((path) => !ours.has(path))
  return gone.filter(
    (path) => !gone.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[].`)),
  )
}

/** The other way round. */
export function besides(ours: OurFields, wire: Fields): string[] {
  return missing(new Map([...ours].map(([path, { type }]) => [path, type])), wire)
}
