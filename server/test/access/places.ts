import type { Operation, Schema } from '../../../scripts/fuzz/document.ts'
import type { Known } from '../../../scripts/fuzz/known.ts'
import { resourceOf } from '../../../scripts/fuzz/known.ts'
import { randomOf } from '../../../scripts/simulate/random.ts'

/** A request with one place into which an identifier goes. */
export interface Place {
  readonly operation: Operation
  readonly where: string
  ask(value: string): { readonly path: string; readonly body: unknown }
}

const IDENTIFIES = /(^|_)(id|identifier|reference_number|sku|cim|number|ids|organisations)$/
/** Of a body only what refers to a record: under any other name a caller gives a name to something of its own. */
const REFERS = /(\.id|_id|_ids|organisations)(\.0)?$/
// Without an end, or no name of a record.
const LEFT_OUT = new Set(['streamEvents', 'streamChanges', 'streamProcesses'])
const NO_RECORD = new Set(['currency_code', 'language_code', 'country_code'])

/** Every place of every endpoint where a caller may name a record: in the path, in the query, in the body. */
export function placesOf(operations: readonly Operation[], own: Known): readonly Place[] {
  return operations.filter(({ id }) => !LEFT_OUT.has(id)).flatMap((each) => placesIn(each, own))
}

function placesIn(operation: Operation, own: Known): Place[] {
  const { path, parameters, body, example } = operation
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const address = (at: string, value: string) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(name === at ? value : ownFor(path, name, own)),
    )
  const inPath = named.map(
    (name): Place => ({
      operation,
      where: `{${name}}`,
      ask: (value) => ({ path: address(name, value), body: bodyOf(operation) }),
    }),
  )
  const inQuery = parameters
    .filter((each) => each.in === 'query' && IDENTIFIES.test(each.name) && !NO_RECORD.has(each.name))
    .map(
      (each): Place => ({
        operation,
        where: `?${each.name}`,
        ask: (value) => ({
          path: `${address('', '')}?${each.name}=${encodeURIComponent(value)}`,
          body: undefined,
        }),
      }),
    )
  const inBody = identifyingIn(body, [])
    .filter((at) => REFERS.test(at.join('.')))
    .map(
      (at): Place => ({
        operation,
        where: at.join('.'),
        ask: (value) => ({ path: address('', ''), body: withAt(example ?? {}, at, value) }),
      }),
    )
  return [...inPath, ...inQuery, ...inBody]
}

function ownFor(path: string, name: string, own: Known): string {
  return (
    own.draw(name === 'id' ? resourceOf(path) : name, randomOf(1)) ?? '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'
  )
}

function bodyOf({ method, example, body }: Operation): unknown {
  return method === 'GET' || !body ? undefined : (example ?? {})
}

const DEPTH = 3

/** The paths of a body's fields that name a record. */
function identifyingIn(schema: Schema | undefined, at: readonly string[]): (readonly string[])[] {
  if (!schema || at.length > DEPTH) return []
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (options) return unique(options.flatMap((each) => identifyingIn(each, at)))
  if (schema.items) return identifyingIn(schema.items, [...at, '0'])
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) {
    const name = at.findLast((part) => part !== '0') ?? ''
    const isText = schema.type === undefined || [schema.type].flat().includes('string')
    return isText && schema.enum === undefined && IDENTIFIES.test(name) && !NO_RECORD.has(name) ? [at] : []
  }
  return unique(fields.flatMap(([name, field]) => identifyingIn(field, [...at, name])))
}

function unique(paths: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()]
}

/** The body with a value at a path; what stands beside it in the same object goes, so that one record is named once. */
function withAt(body: unknown, [name, ...rest]: readonly string[], value: string): unknown {
  if (name === undefined) return value
  if (name === '0') return [withAt(Array.isArray(body) ? body[0] : undefined, rest, value)]
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
  const inner: unknown = Reflect.get(fields, name)
  const isReference =
    rest.length === 1 && rest[0] !== '0' && IDENTIFIES.test(rest[0] ?? '') && looksLikeReference(inner)
  return { ...fields, [name]: withAt(isReference ? {} : inner, rest, value) }
}

function looksLikeReference(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).every((key) => IDENTIFIES.test(key))
  )
}
