import type { Parameter, Schema } from './document.ts'
import { type Html, html, paragraph, prose } from './html.ts'

interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
  readonly description?: string | undefined
}

export function parameterFields(parameters: readonly Parameter[]): Html | undefined {
  return list(parameters)
}

/** The fields of a body or an answer, nested ones folded away. `marks`: whether to say which are required. */
export function schemaFields(schema: Schema, marks: boolean): Html | undefined {
  const [shape, ...others] = shapesOf(schema)
  return shape && others.length === 0 ? list(fieldsOf(shape, marks)) : shapesHtml(shapesOf(schema), marks)
}

function fieldsOf({ properties = {}, required = [] }: Schema, marks: boolean): Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    required: marks && required.includes(name),
    description: schema.description,
  }))
}

function list(fields: readonly Field[]): Html | undefined {
  return fields.length === 0 ? undefined : html`<ul>${fields.map(fieldHtml)}</ul>`
}

function fieldHtml({ name, schema, required, description = schema.description }: Field): Html {
  const limits = limitsOf(schema)
  return html`<li class="row"><p class="field"><code class="bare name">${name}</code>
<span class="type">${typeLabel(schema)}</span>
${required ? html`<span class="required">required</span>` : undefined}
${limits === '' ? undefined : html`<span class="limits">${limits}</span>`}</p>
${paragraph(description)}${valuesHtml(schema)}${shapesHtml(shapesOf(schema), true)}</li>`
}

function valuesHtml(schema: Schema): Html | undefined {
  const values = valuesOf(schema)
  if (values.length === 0) return undefined
  const codes = values.map((value) => html`<code>${value}</code> `)
  return html`<p class="values"><span class="one-of">One of</span> ${codes}</p>`
}

function valuesOf(schema: Schema): readonly string[] {
  if (schema.enum) return schema.enum.filter((value) => value !== null).map(String)
  const [only, ...others] = choicesOf(schema).filter(({ type }) => type !== 'null')
  if (only && others.length === 0) return valuesOf(only)
  return schema.items ? valuesOf(schema.items) : []
}

function shapesHtml(shapes: readonly Schema[], marks: boolean): Html | undefined {
  if (shapes.length === 0) return undefined
  return html`${shapes.map((shape) => {
    const count = Object.keys(shape.properties ?? {}).length
    const kind = discriminatorOf(shape)
    const title = kind
      ? html`${kind.name} <code class="bare">${kind.value}</code>`
      : html`${count} ${count === 1 ? 'field' : 'fields'}`
    return html`<details><summary>${title}</summary>
${kind && shape.description ? html`<p>${prose(shape.description)}</p>` : undefined}
<div class="nested">${list(fieldsOf(shape, marks))}</div></details>`
  })}`
}

/** The objects that a value can be, through lists, alternatives and maps. */
function shapesOf(schema: Schema): readonly Schema[] {
  if (schema.properties) return Object.keys(schema.properties).length > 0 ? [schema] : []
  if (schema.items) return shapesOf(schema.items)
  if (typeof schema.additionalProperties === 'object') return shapesOf(schema.additionalProperties)
  return choicesOf(schema).flatMap(shapesOf)
}

function discriminatorOf({
  properties = {},
}: Schema): { readonly name: string; readonly value: string } | undefined {
  const [name, schema] =
    Object.entries(properties).find(([, { const: value }]) => typeof value === 'string') ?? []
  return name !== undefined && schema ? { name, value: String(schema.const) } : undefined
}

/** The alternatives, without the text that forms write for a number or a flag. */
export function choicesOf({ anyOf, oneOf }: Schema): readonly Schema[] {
  const all = anyOf ?? oneOf ?? []
  const has = (type: string) => all.some((each) => each.type === type)
  return all.filter(({ type, enum: values, pattern }) => {
    const isTwin = (values && has('boolean')) || (pattern !== undefined && (has('integer') || has('number')))
    return type !== 'string' || !isTwin
  })
}

/** The type in the words of an integrator. */
export function typeLabel(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (isDecimal(schema)) return 'decimal'
  if (isTime(schema)) return 'time'
  const choices = choicesOf(schema)
  if (choices.length > 0) return [...new Set(choices.map(typeLabel))].join(' or ')
  if (Array.isArray(schema.type)) return schema.type.join(' or ')
  if (schema.type === 'array') return `list of ${plural(schema.items ? typeLabel(schema.items) : 'value')}`
  if (schema.type === 'object' && !schema.properties) return 'map'
  return schema.type ?? 'any value'
}

/** wire.decimal: a number, or a string that looks like one. */
function isDecimal({ anyOf = [] }: Schema): boolean {
  return anyOf.length === 2 && anyOf[0]?.type === 'number' && anyOf[1]?.pattern !== undefined
}

/** wire.time: a number or a string. */
function isTime({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('number') && type.includes('string')
}

function plural(label: string): string {
  return /^[a-z ]+$/.test(label) && !label.startsWith('list') ? `${label}s` : label
}

function limitsOf(schema: Schema): string {
  const inner = choicesOf(schema).find(({ type }) => type !== 'null') ?? {}
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = { ...inner, ...schema }
  const isSafeInteger = maximum === Number.MAX_SAFE_INTEGER
  return [
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'items'),
    isSafeInteger ? '' : range(minimum, maximum, ''),
    schema.default === undefined ? '' : `default ${String(schema.default)}`,
  ]
    .filter((text) => text !== '')
    .join(', ')
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const said =
    least !== undefined && most !== undefined && least > 1
      ? `${shown(least)} to ${shown(most)}`
      : most !== undefined
        ? `up to ${shown(most)}`
        : least !== undefined && least > 1
          ? `at least ${shown(least)}`
          : ''
  return said === '' ? '' : `${said} ${unit}`.trim()
}

function shown(value: number): string {
  return value.toLocaleString('en')
}
