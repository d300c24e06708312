import { z } from 'zod'
import { Busy, InvalidValue, type RefusalMaker, RequiredField } from '../kit/error.ts'
import type { Endpoint } from './endpoint.ts'
import {
  Forbidden,
  IdempotencyKeyReused,
  isAllMissing,
  PlainHttp,
  slugOf,
  TooManyRequests,
  Unauthorized,
  Unexpected,
} from './replies.ts'
import { API_VERSION } from './serve.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the endpoints: the same declarations that validate requests and shape answers. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const sorted = [...endpoints].sort((a, b) =>
    a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1,
  )
  const paths: Record<string, Json> = {}
  for (const endpoint of sorted) {
    const path = paths[endpoint.path] ?? {}
    path[endpoint.method.toLowerCase()] = operationOf(endpoint)
    paths[endpoint.path] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tillback API',
      version: API_VERSION,
      description:
        'Payments and rewards for tills and web shops. Bodies may be JSON or form-encoded; answers are JSON.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ api_key: [] }, { x_api_key: [] }, { bearer: [] }],
    tags: [...new Set(sorted.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        api_key: { type: 'apiKey', in: 'header', name: 'api_key' },
        x_api_key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Error: ERROR_SCHEMA },
    },
  }
}

function operationOf(endpoint: Endpoint): Json {
  const { name, tag, summary, description, access, body, reply, also = [], status = 200 } = endpoint
  const { streams = 'application/json' } = endpoint
  const byStatus = Map.groupBy(refusalsOf(endpoint), ({ kind }) => kind.status)
  const refusals = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([code, kinds]) => [
      String(code),
      {
        description: kinds
          .map(({ kind }) => `${kind.name}: \`${kind.error}\` (/docs/errors#${slugOf(kind)})`)
          .join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ])
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(access === 'public' ? { security: [] } : access === 'contact' ? { security: [{ bearer: [] }] } : {}),
    ...(access === 'public' ? {} : { 'x-scope': access }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...keyParameter(endpoint),
    ],
    ...(body ? { requestBody: requestBodyOf(body) } : {}),
    responses: {
      [String(status)]: {
        description: 'Done.',
        ...(status !== 204 && {
          content: {
            [streams]: { schema: schemaOf(reply, 'output') },
            ...Object.fromEntries(
              also.map((type) => [type.replace(/;.*/, ''), { schema: { type: 'string' } }]),
            ),
          },
        }),
      },
      ...Object.fromEntries(refusals),
    },
  }
}

/** Those that the endpoint declares and those that the edge may answer in its place. */
export function refusalsOf(endpoint: Endpoint): readonly RefusalMaker[] {
  const { errors, access } = endpoint
  const missing = needsSomething(endpoint) ? [RequiredField] : []
  const repeated = takesKey(endpoint) ? [IdempotencyKeyReused] : []
  const isOfApp = access === 'app' || access === 'contact'
  const caller = access === 'public' ? [] : isOfApp ? [Unauthorized] : [Unauthorized, Forbidden]
  return [
    ...new Set([
      ...errors,
      ...missing,
      ...repeated,
      InvalidValue,
      ...caller,
      PlainHttp,
      TooManyRequests,
      Unexpected,
      Busy,
    ]),
  ]
}

/** Whether a request is refused for what it leaves out, as a whole or within a part that it need not have. */
function needsSomething({ query, body }: Endpoint): boolean {
  return [query, body].some((schema) => {
    const parts = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
    const sent = [{}, ...parts.flatMap((part) => [{ [part]: {} }, { [part]: [{}] }])]
    return sent.some((each) => schema !== undefined && isIncomplete(schema, each))
  })
}

function isIncomplete(schema: z.ZodType, sent: object): boolean {
  const read = schema.safeParse(sent)
  return !read.success && isAllMissing(read.error.issues, sent)
}

function takesKey({ method, effect }: Endpoint): boolean {
  return method !== 'GET' && effect !== 'reads'
}

function keyParameter(endpoint: Endpoint): Json[] {
  if (!takesKey(endpoint)) return []
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key and request again get the first answer and change nothing. Kept 30 days.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
  ]
}

function requestBodyOf(body: z.ZodType): Json {
  const schema = schemaOf(body, 'input')
  return {
    required: true,
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  }
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, field]) => {
    const own = field instanceof z.ZodType ? schemaOf(field, 'input') : {}
    const optional = field instanceof z.ZodType && field.safeParse(undefined).success
    const nested = where === 'query' && JSON.stringify(own).includes('"gte"')
    return {
      name,
      in: where,
      required: where === 'path' || !optional,
      ...(nested ? { style: 'deepObject', explode: true } : {}),
      schema: own,
    }
  })
}

export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return json
}

const ERROR_SCHEMA: Json = {
  type: 'object',
  required: [
    'status',
    'message',
    'error',
    'parameters',
    'type',
    'title',
    'detail',
    'instance',
    'field_errors',
    'doc_url',
    'retryable',
  ],
  properties: {
    status: { type: 'integer' },
    message: { type: 'string', description: 'For people.' },
    error: { type: 'string', description: 'For programs; compare this.' },
    parameters: { type: 'array', items: { type: 'string' } },
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string', description: 'What was seen and what is needed.' },
    instance: { type: 'string', description: 'The id of the request.' },
    field_errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    doc_url: { type: 'string' },
    retryable: { type: 'boolean' },
  },
}
