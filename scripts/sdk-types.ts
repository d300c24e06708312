import type { ApiDocument, Operation, Parameter, Schema } from '../server/src/main/docs/document.ts'
import { eachNameOf, isFollowed, isInSdk, sdkNameOf } from '../server/src/main/docs/sdk-names.ts'
import { type Declared, VOCABULARY } from './sdk-vocabulary.ts'

/** The types that have a name, by the schema they stand for: the same shape is written once. */
type Names = Map<string, string>

interface Described extends Operation {
  readonly group: string
  /** The method's name in the SDK. */
  readonly call: string
  readonly entity: string
  readonly querySchema: Schema | undefined
  /** The schema of a list's items; undefined: the operation does not answer pages. */
  readonly item: Schema | undefined
}

/** The text of sdk/src/operations.gen.ts, before formatting. */
export function sdkTypes(document: ApiDocument, codes: readonly string[]): string {
  const operations = document.operations.filter(isInSdk).map(described)
  refuseDoubles(operations)
  const names: Names = new Map()
  const groups = Map.groupBy(operations, ({ group }) => group)
  const types = [
    ...VOCABULARY.flatMap((word) => declaration(names, word)),
    comment(['The codes of refusals; /docs/errors says what each means and what to do.']),
    `export type ErrorCode = ${codes.map((code) => `'${code}'`).join(' | ') || 'never'}\n`,
    ...operations.flatMap((each) => entityType(names, each)),
    ...operations.flatMap((each) => operationTypes(names, each)),
    ...[...groups].map(([group, all]) => groupInterface(names, group, all)),
    'export interface Groups {',
    ...[...groups.keys()].map((group) => `readonly ${group}: ${groupName(group)}`),
    '}\n',
    comment(['What the client needs to know of every operation, by group and method.']),
    'export const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {',
    ...[...groups].map(([group, all]) => `${group}: {\n${all.map(tableLine).join('\n')}\n},`),
    '}',
  ].join('\n')
  const imported = (file: string, ...declared: readonly string[]) => {
    const used = declared.filter((name) => types.includes(name))
    return used.length === 0 ? [] : [`import type { ${used.join(', ')} } from './${file}'`]
  }
  return [
    '// Written by "npm run openapi" from the declarations of the endpoints; do not edit.',
    ...imported('call.ts', 'CallOptions', 'Operation', 'QueryOptions'),
    ...imported('streams.ts', 'StreamOptions'),
    `\n${types}`,
  ].join('\n')
}

function described(operation: Operation): Described {
  const { group, method, entity } = sdkNameOf(operation)
  const { query, reply } = operation
  const { content, paging } = reply.schema.properties ?? {}
  const item = paging ? content?.items : undefined
  return { ...operation, group, call: method, entity, item, querySchema: querySchemaOf(query) }
}

function querySchemaOf(query: readonly Parameter[]): Schema | undefined {
  if (query.length === 0) return undefined
  const properties = Object.fromEntries(query.map(({ name, schema }) => [name, schema]))
  const required = query.filter((each) => each.required).map(({ name }) => name)
  return { type: 'object', properties, required }
}

function refuseDoubles(operations: readonly Described[]): void {
  const names = operations.flatMap((each) =>
    [each.call, ...eachOf(each)].map((name) => `${each.group}.${name}`),
  )
  const doubled = names.find((name, index) => names.indexOf(name) !== index)
  if (doubled) throw new Error(`two operations would be client.${doubled}; give one of them another name`)
}

function eachOf({ item, call }: Described): string[] {
  const name = item && eachNameOf(call)
  return name === undefined ? [] : [name]
}

/** What a list holds is named for itself: listPurchases gives the type Purchase. */
function entityType(names: Names, { entity, item }: Described): string[] {
  return item && !names.has(keyOf(item)) ? declaration(names, { name: entity, schema: item }) : []
}

function operationTypes(names: Names, { name, body, querySchema, reply }: Described): string[] {
  const typeName = capitalised(name)
  return [
    ...(body ? declaration(names, { name: `${typeName}Body`, schema: body }) : []),
    ...(querySchema ? declaration(names, { name: `${typeName}Query`, schema: querySchema }) : []),
    ...declaration(names, { name: `${typeName}Reply`, schema: reply.schema }),
  ]
}

/** Declares the type, or a second name for one that is declared already. */
function declaration(names: Names, { name, schema, says = schema.description }: Declared): string[] {
  if ([...names.values()].includes(name)) throw new Error(`two shapes would be the type ${name}`)
  const known = names.get(keyOf(schema))
  if (known !== undefined) return [`export type ${name} = ${known}\n`]
  const text = typeOf(names, schema)
  names.set(keyOf(schema), name)
  return [
    ...(says === undefined ? [] : [comment([says])]),
    `${schema.properties ? `export interface ${name}` : `export type ${name} =`} ${text}\n`,
  ]
}

function keyOf(schema: Schema): string {
  return JSON.stringify(schema)
}

function typeOf(names: Names, schema: Schema): string {
  const known = names.get(keyOf(schema))
  if (known !== undefined) return known
  const { anyOf, oneOf, allOf, type } = schema
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  const choices = anyOf ?? oneOf
  if (choices) return union(withoutTwins(choices).map((each) => typeOf(names, each)))
  if (allOf) return allOf.map((each) => `(${typeOf(names, each)})`).join(' & ')
  if (Array.isArray(type)) return union(type.map((each) => typeOf(names, { ...schema, type: each })))
  return simpleType(names, schema)
}

function simpleType(names: Names, schema: Schema): string {
  switch (schema.type) {
    case 'string':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `readonly (${schema.items ? typeOf(names, schema.items) : 'unknown'})[]`
    case 'object':
      return objectType(names, schema)
    default:
      return 'unknown'
  }
}

/**
 * What a program passes as the value itself: the text that forms and queries may write instead is left out.
 */
function withoutTwins(choices: readonly Schema[]): readonly Schema[] {
  const has = (type: string) => choices.some((each) => each.type === type)
  return choices.filter(({ type, enum: values, pattern }) => {
    if (type !== 'string') return true
    return !((values && has('boolean')) || (pattern !== undefined && has('integer')))
  })
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value)
}

function objectType(names: Names, { properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    const values = typeof additionalProperties === 'object' ? typeOf(names, additionalProperties) : 'unknown'
    return `{ readonly [name: string]: ${values} }`
  }
  const fields = Object.entries(properties).map(([name, schema]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : literal(name)
    const isRequired = required.includes(name)
    // A program that fills a field only sometimes may write undefined; it does not travel.
    const [mark, optional] = isRequired ? ['', ''] : ['?', ' | undefined']
    const field = `readonly ${key}${mark}: ${typeOf(names, schema)}${optional}`
    return schema.description === undefined || names.has(keyOf(schema))
      ? field
      : `${comment([schema.description])}\n${field}`
  })
  return `{\n${fields.join('\n')}\n}`
}

function groupInterface(names: Names, group: string, operations: readonly Described[]): string {
  const methods = operations.flatMap((each) => [
    methodOf(each),
    ...eachOf(each).map((name) => pagesOf(names, each, name)),
  ])
  return `export interface ${groupName(group)} {\n${methods.join('\n')}\n}\n`
}

function groupName(group: string): string {
  return `${capitalised(group)}Group`
}

function methodOf(operation: Described): string {
  const { name, call, summary, description, refusals } = operation
  const told = refusals.map((each) => `${each.name} (${each.status})`).join(', ')
  const doc = comment([
    `${summary}.`,
    ...(description === undefined ? [] : [description]),
    `\`${operation.method} ${operation.path}\`, ${scopeText(operation)}.`,
    ...(told === '' ? [] : [`Refusals: ${told}.`]),
  ])
  const reply = `${capitalised(name)}Reply`
  const answer = isFollowed(operation) ? `AsyncGenerator<${reply}, void>` : `Promise<${reply}>`
  return `${doc}\n${call}(${argumentsOf(operation).join(', ')}): ${answer}`
}

function pagesOf(names: Names, operation: Described, name: string): string {
  const item = operation.item ? typeOf(names, operation.item) : 'unknown'
  const doc = comment([`Every item of \`${operation.call}\`, page after page.`])
  return `${doc}\n${name}(${argumentsOf(operation).join(', ')}): AsyncIterable<${item}>`
}

function scopeText({ scopes }: Described): string {
  return scopes.length === 0 ? 'no key needed' : `scope ${scopes.join(' or ')}`
}

/**
 * The path's parameters, then the body or else the query, then the options; a query beside a body is an
 * option.
 */
function argumentsOf({ name, params, body, querySchema, reply }: Described): string[] {
  const typeName = capitalised(name)
  const mark = (schema: Schema) => (schema.required?.length ? '' : '?')
  const given = body
    ? [`body${mark(body)}: ${typeName}Body`]
    : querySchema
      ? [`query${mark(querySchema)}: ${typeName}Query`]
      : []
  const plain = isFollowed({ reply }) ? 'StreamOptions' : 'CallOptions'
  const options = body && querySchema ? `QueryOptions<${typeName}Query>` : plain
  return [...params.map((each) => `${camel(each.name)}: string`), ...given, `options?: ${options}`]
}

function tableLine(operation: Described): string {
  const { method, call, path, body, querySchema } = operation
  const takes = body ? `, takes: 'body'` : querySchema ? `, takes: 'query'` : ''
  const [each] = eachOf(operation)
  const pages = each === undefined ? '' : `, pages: '${each}'`
  const streams = isFollowed(operation) ? ', streams: true' : ''
  return `${call}: { method: '${method}', path: '${path}'${takes}${pages}${streams} },`
}

const COMMENT_WIDTH = 100

function comment(paragraphs: readonly string[]): string {
  const lines = paragraphs.flatMap((text) => wrapped(text.replaceAll('*/', '* /').replace(/\.\.$/, '.')))
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */`
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < COMMENT_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
