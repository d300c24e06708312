import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Database } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { invalidField, type Refusal } from '../kit/error.ts'
import { newId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { MAX_BODY_BYTES } from '../kit/limits.ts'
import type { Clock } from '../kit/time.ts'
import { answeredMeanwhile, answerOf, type ParsedInput, type Witness } from './answer.ts'
import { digestOf, leaveBodiesUnread, readBulkBody, rowsIn } from './bulk-bodies.ts'
import { type BulkReader, openBulkReader } from './bulk-reader.ts'
import {
  type Authenticate,
  addressOf,
  admit,
  callerOf,
  credentialsOf,
  header,
  isAsBefore,
  signedOutIfGone,
} from './caller.ts'
import type { Command, Endpoint, Reading, Route } from './endpoint.ts'
import { type Follow, followAnswers, noteRefusal } from './followed.ts'
import { readForm } from './forms.ts'
import { requestHash } from './idempotency.ts'
import { readJson } from './json.ts'
import { languageAsked } from './language.ts'
import { type Limiter, openLimiter, type RateLimits, unlimited } from './rate-limits.ts'
import { errorText, isRefusal, noSuchRoute, PlainHttp, refusalOfIssues, Unexpected } from './replies.ts'
import { readerOf, sendStream } from './stream.ts'
import { readQuery, refusalOfDatabase, refusalOfTransport } from './transport.ts'
import { refuseUnstorable } from './unstorable.ts'
import { endUnusedConnections } from './unused-connections.ts'

export const API_VERSION = '2026-11-01'
const PROBES = new Set(['/livez', '/readyz'])
const MAX_KEY = 255
const MAX_REQUEST_LINE = 16_384

export interface Https {
  readonly required: boolean
  readonly proxies: readonly string[]
}

export interface ServeOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly routes: readonly Route[]
  readonly authenticate: Authenticate
  /** How much one caller may ask; left out: anything. */
  readonly limits?: RateLimits
  /** Whether plain HTTP is refused, and which proxies say truly (X-Forwarded-Proto) how they were asked. */
  readonly https?: Https
  /** Writes down what was done, in the transaction in which it was done. */
  readonly witness?: Witness
  readonly follow?: Follow
  /** Aborted when the server stops: answers without an end are ended. */
  readonly closing?: AbortSignal
  /** Why nothing may be begun now (such as while draining); undefined: all is well. */
  readonly unready?: () => Refusal | undefined
}

/** Serves the routes; every answer that is not 2xx has the error body, and every answer its request id. */
export function serve(options: ServeOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => `req_${newId().replaceAll('-', '')}`,
    logger: false,
    trustProxy: [...(options.https?.proxies ?? [])],
    // As long as a whole request line may be: a long id is refused by its schema, with the error body.
    routerOptions: { querystringParser: (text) => ({ text }), maxParamLength: MAX_REQUEST_LINE },
    forceCloseConnections: 'idle',
    // Who asks while the server stops is answered by the routes, with the error body and when to ask again.
    return503OnClosing: false,
    // What the router cannot read never reaches a route's own handling of errors.
    frameworkErrors: (error, request, reply) => refuse(options, request, reply, error),
  })
  // The guide: "Any request made over plain HTTP … will fail". Whether the process lives is asked behind the proxy.
  if (options.https?.required) {
    app.addHook('onRequest', async ({ protocol, url }) => {
      if (protocol !== 'https' && !PROBES.has(url)) throw PlainHttp({ detail: 'It came over plain HTTP.' })
    })
  }
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) =>
    readAs(readJson, text, done),
  )
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, text, done) =>
    readAs(readForm, text, done),
  )
  app.setErrorHandler((error, request, reply) => refuse(options, request, reply, error))
  app.setNotFoundHandler((request, reply) => refuse(options, request, reply, noSuchRoute(request)))
  const limiter = options.limits ? openLimiter(options.limits) : unlimited
  for (const each of options.routes) if (!each.endpoint.bulk) mount(app, each, { ...options, limiter })
  mountBulk(app, { ...options, limiter })
  if (options.follow) followAnswers(app, options.follow)
  endUnusedConnections(app)
  return app
}

function readAs(
  read: (text: string) => unknown,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
) {
  try {
    done(null, text.length === 0 ? undefined : read(String(text)))
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Those that take many rows: whoever may not send them is refused before they are received. */
function mountBulk(app: FastifyInstance, options: MountOptions): void {
  const routes = options.routes.filter(({ endpoint }) => endpoint.bulk)
  if (routes.length === 0) return
  const reader = openBulkReader()
  app.addHook('onClose', () => reader.close())
  app.register(async (inner) => {
    leaveBodiesUnread(inner)
    for (const each of routes) mount(inner, each, { ...options, reader })
  })
}

interface MountOptions extends ServeOptions {
  readonly limiter: Limiter
  readonly reader?: BulkReader
}

function mount(app: FastifyInstance, each: Route, options: MountOptions): void {
  const { endpoint } = each
  const { limiter } = options
  const { bulk } = endpoint
  app.route({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(bulk && {
      bodyLimit: bulk.bytes,
      onRequest: async (request, reply) => void (await admit(request, endpoint, { ...options, reply })),
    }),
    handler: async (request, reply) => {
      reply.header('request-id', request.id)
      reply.header('api-version', API_VERSION)
      const refused = options.unready?.()
      if (refused) throw refused
      // One that takes many rows was admitted before it was received.
      const actor = bulk
        ? await callerOf(request, endpoint, options)
        : await admit(request, endpoint, { ...options, reply })
      const query = readQuery(request)
      if (request.url.includes('%00')) for (const part of [request.params, query]) refuseUnstorable(part)
      const input = {
        params: validated(endpoint.params, request.params),
        query: validated(endpoint.query, query),
        body:
          bulk && options.reader
            ? await readBulkBody(options.reader, request.body, bulk)
            : validated(endpoint.body, request.body ?? (endpoint.body ? {} : undefined)),
      }
      if (bulk) limiter.chargeRows(actor, rowsIn(input.body))
      if (each.handle.effect === 'stream') {
        const reading: Reading = {
          database: options.database,
          actor,
          at: options.clock(actor.tenant),
          lastEventId: header(request, 'last-event-id'),
          signal: readerOf(reply, options.closing),
          isWelcome: () =>
            callerOf(request, endpoint, options).then(
              (now) => isAsBefore(actor, now),
              () => false,
            ),
        }
        const told = each.handle.run(reading, input.query)
        const type = present(endpoint.streams, `${endpoint.name} declares in what it streams`)
        return sendStream(reply, { ...told, type }, (err) => unexpected(options, request, err))
      }
      const command = commandOf(request, { actor, endpoint, input, at: options.clock(actor.tenant) })
      const answer = await answerOf(each, command, input, options).catch((error) =>
        answeredMeanwhile(signedOutIfGone(actor, error), command, options),
      )
      if (answer.replayed) reply.header('idempotent-replayed', 'true')
      reply.code(answer.status).header('content-type', answer.type ?? 'application/json; charset=utf-8')
      if (answer.file !== undefined)
        reply.header('content-disposition', `attachment; filename="${answer.file}"`)
      return reply.send(answer.text)
    },
  })
}

function commandOf(
  request: FastifyRequest,
  { actor, endpoint, input, at }: { actor: Actor; endpoint: Endpoint; input: ParsedInput; at: Date },
): Command {
  const writes = endpoint.effect !== 'reads'
  const key = endpoint.method === 'GET' || !writes ? undefined : header(request, 'idempotency-key')
  if (key !== undefined && (key.length === 0 || key.length > MAX_KEY)) {
    throw invalidField(
      'Idempotency-Key',
      `${key.length} characters long`,
      `1 to ${MAX_KEY} characters are needed`,
    )
  }
  const asked = endpoint.bulk ? { rows: digestOf(input.body), query: input.query } : input.body
  const hash = writes ? requestHash(endpoint.name, input.params, asked) : Buffer.alloc(0)
  const [credential] = endpoint.access === 'public' ? credentialsOf(request) : []
  const userAgent = header(request, 'user-agent')
  return {
    actor,
    at,
    requestId: request.id,
    language: languageAsked(header(request, 'accept-language')),
    address: addressOf(request),
    idempotencyKey: key === undefined ? undefined : keyOf(actor, key),
    hash,
    ...(credential !== undefined && { credential }),
    ...(userAgent !== undefined && { userAgent }),
  }
}

/** Tills of a business share its keys; each contact has keys of their own. */
function keyOf({ by }: Actor, key: string): string {
  return by.kind === 'contact' ? `${by.id} ${key}` : key
}

function validated(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refusalOfIssues(schema, result.error.issues, value)
}

function refuse(
  options: ServeOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  const refused = isRefusal(error) ? error : (refusalOfTransport(error, request) ?? refusalOfDatabase(error))
  if (!refused) unexpected(options, request, error)
  const told = refused ?? Unexpected()
  noteRefusal(request, told)
  reply.header('request-id', request.id).header('api-version', API_VERSION)
  if (told.facts.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(told.facts.retryAfterSeconds))
  const type = request.headers.accept?.includes('application/problem+json')
    ? 'application/problem+json'
    : 'application/json'
  return reply
    .code(told.kind.status)
    .header('content-type', `${type}; charset=utf-8`)
    .send(errorText(told, request.id))
}

function unexpected({ log }: ServeOptions, request: FastifyRequest, err: unknown): void {
  const { id: request_id, method, routeOptions } = request
  log.error({ request_id, method, route: routeOptions.url, err }, 'unexpected error')
}
