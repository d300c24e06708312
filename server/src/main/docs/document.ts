import { z } from 'zod'

/** The part of JSON Schema that zod writes. */
const schema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  const: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  default: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), schema).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), schema]).optional()
  },
  get items() {
    return schema.optional()
  },
  get anyOf() {
    return z.array(schema).optional()
  },
  get oneOf() {
    return z.array(schema).optional()
  },
  get allOf() {
    return z.array(schema).optional()
  },
})
export type Schema = z.output<typeof schema>

const content = z.object({ 'application/json': z.object({ schema }) })
/** A streamed answer is in its own media type only, with the schema of one line. */
const replyContent = z.record(z.string(), z.object({ schema }))

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema,
})
export type Parameter = z.output<typeof parameter>

const operation = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().optional(),
  'x-scope': z.union([z.string(), z.array(z.string())]).optional(),
  parameters: z.array(parameter),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: replyContent.optional() })),
})

const METHODS = ['get', 'post', 'put', 'delete'] as const

const document = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operation)),
})

/** A refusal as the document names it under an operation. */
export interface ListedRefusal {
  readonly status: number
  readonly name: string
  readonly code: string
  readonly href: string
}

/** An operation of the document in the words of its readers: the reference page and the SDK's generator. */
export interface Operation {
  readonly name: string
  readonly tag: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly description: string | undefined
  /** One of these is enough; empty: no key is needed. */
  readonly scopes: readonly string[]
  readonly params: readonly Parameter[]
  readonly query: readonly Parameter[]
  readonly headers: readonly Parameter[]
  readonly body: Schema | undefined
  /** `streams`: its media type, where it is not one JSON document. */
  readonly reply: { readonly status: number; readonly schema: Schema; readonly streams: string | undefined }
  readonly refusals: readonly ListedRefusal[]
}

export interface ApiDocument {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly operations: readonly Operation[]
}

/** Reads what openApi() wrote; that a document does not fit is a mistake of ours and thrown. */
export function readDocument(json: unknown): ApiDocument {
  const { info, paths } = document.parse(json)
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [operationOf(path, method, item[method])] : [])),
  )
  return { ...info, operations }
}

export function readSchema(json: unknown): Schema {
  return schema.parse(json)
}

type Written = z.output<typeof operation>

function operationOf(path: string, method: (typeof METHODS)[number], written: Written): Operation {
  const { parameters, responses } = written
  const [status, reply] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [
    '200',
    undefined,
  ]
  const [type, told] = Object.entries(reply?.content ?? {})[0] ?? []
  const within = (place: Parameter['in']) => parameters.filter((each) => each.in === place)
  return {
    name: written.operationId,
    tag: written.tags[0],
    method: UPPER[method],
    path,
    summary: written.summary,
    description: written.description,
    scopes: [written['x-scope'] ?? []].flat(),
    params: within('path'),
    query: within('query'),
    headers: within('header'),
    body: written.requestBody?.content['application/json'].schema,
    reply: {
      status: Number(status),
      schema: told?.schema ?? {},
      streams: type === 'application/json' ? undefined : type,
    },
    refusals: Object.entries(responses).flatMap(([code, { description }]) =>
      refusalsIn(Number(code), description),
    ),
  }
}

const UPPER = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const

const REFUSAL = /^(?<name>\w+): `(?<code>[^`]+)` \((?<href>[^)]+)\)$/

/**
 * openApi() lists the refusals of a status as text, one to a paragraph, so that every reader of the
 * document sees them.
 */
function refusalsIn(status: number, description: string): ListedRefusal[] {
  return description.split('\n\n').flatMap((line) => {
    const { name, code, href } = REFUSAL.exec(line)?.groups ?? {}
    return name && code && href ? [{ status, name, code, href }] : []
  })
}
