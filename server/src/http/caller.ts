import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, may, nobody } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import type { Endpoint } from './endpoint.ts'
import type { Limiter } from './rate-limits.ts'
import { Forbidden, Unauthorized } from './replies.ts'
import type { ServeOptions } from './serve.ts'

/** The caller behind a key or token; undefined: not known. */
export interface Authenticate {
  (credential: string, from: string): Promise<Actor | undefined>
  /** Whether it was good a moment ago, or is being looked up already. */
  knows(credential: string): boolean
}

/** The first of a header that was sent. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** From where it is sent, as the nearest proxy that is trusted says; an IPv4 address is written as one. */
export function addressOf({ ip }: FastifyRequest): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Who sends the request, by key or token, or a refusal that says how to send it. */
export async function callerOf(
  request: FastifyRequest,
  endpoint: Endpoint,
  { authenticate }: Pick<ServeOptions, 'authenticate'>,
): Promise<Actor> {
  if (endpoint.access === 'public') return nobody
  return mayCall(endpoint, await known(request, credentialOf(request), authenticate))
}

interface Admission extends Pick<ServeOptions, 'authenticate'> {
  readonly reply: FastifyReply
  readonly limiter: Limiter
}

/** As `callerOf`, and counted: who asks too much is refused before anything is looked up. */
export async function admit(
  request: FastifyRequest,
  endpoint: Endpoint,
  { authenticate, limiter, reply }: Admission,
): Promise<Actor> {
  if (endpoint.access === 'public') {
    limiter.admitStranger(request, reply)
    return nobody
  }
  const credential = credentialOf(request)
  const isStranger = credential === undefined || !authenticate.knows(credential)
  if (isStranger) limiter.admitStranger(request, reply)
  const actor = await known(request, credential, authenticate)
  if (isStranger) limiter.welcome(request)
  limiter.admit(actor, endpoint, reply)
  return mayCall(endpoint, actor)
}

function credentialOf(request: FastifyRequest): string | undefined {
  const bearer = header(request, 'authorization')?.replace(/^Bearer /i, '')
  const sent = [header(request, 'api_key'), header(request, 'x-api-key'), bearer].filter(
    (key) => key !== undefined,
  )
  const [credential] = sent
  if (sent.some((key) => key !== credential)) {
    throw invalidField('api_key', 'sent in two headers with different values', 'send one key')
  }
  return credential
}

async function known(
  request: FastifyRequest,
  credential: string | undefined,
  authenticate: ServeOptions['authenticate'],
): Promise<Actor> {
  const actor = credential === undefined ? undefined : await authenticate(credential, addressOf(request))
  if (!actor) {
    throw Unauthorized({
      detail:
        credential === undefined
          ? 'Send the key in the header api_key, X-API-Key or Authorization: Bearer. A proxy may remove api_key, whose name has an underscore; then use one of the others.'
          : 'The key is unknown, expired or revoked.',
    })
  }
  return actor
}

function mayCall({ access, effect }: Endpoint, actor: Actor): Actor {
  if (access === 'public') return actor
  if (access === 'staff') {
    if (actor.by.kind === 'user') return actor
    throw Forbidden({
      parameters: ['staff'],
      detail: 'A member of staff does this, signed in; a key cannot.',
    })
  }
  const scopes = [access].flat()
  if (!scopes.some((scope) => may(actor, scope))) {
    throw Forbidden({ parameters: scopes, detail: `The scope ${scopes.join(' or ')} is needed.` })
  }
  if (actor.readsOnly && effect !== 'reads') {
    throw Forbidden({
      parameters: scopes,
      detail: 'The role of the caller sees everything and changes nothing.',
    })
  }
  return actor
}
