import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, may, nobody } from '../kit/actor.ts'
import { invalidField, NotFound } from '../kit/error.ts'
import type { Endpoint } from './endpoint.ts'
import { noteCaller } from './followed.ts'
import type { Limiter } from './rate-limits.ts'
import { Forbidden, isRefusal, Unauthorized } from './replies.ts'
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

/** Everything that was sent as key or token, each once. */
export function credentialsOf(request: FastifyRequest): readonly string[] {
  const bearer = header(request, 'authorization')?.replace(/^Bearer /i, '')
  const sent = [header(request, 'api_key'), header(request, 'x-api-key'), bearer]
  return [...new Set(sent.filter((each) => each !== undefined))]
}

/** Who sends the request, by key or token, or a refusal that says how to send it. */
export async function callerOf(
  request: FastifyRequest,
  endpoint: Endpoint,
  { authenticate }: Pick<ServeOptions, 'authenticate'>,
): Promise<Actor> {
  if (endpoint.access === 'public') return nobody
  return mayCall(endpoint, await known(request, endpoint, authenticate))
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
  const sent = credentialsOf(request)
  const isStranger = sent.length === 0 || !sent.every((each) => authenticate.knows(each))
  if (isStranger) limiter.admitStranger(request, reply)
  const actor = await known(request, endpoint, authenticate)
  noteCaller(request, actor, endpoint)
  // An app's key is everybody's: what one of them asks too much is not missing to the others.
  if (actor.by.kind === 'key' && endpoint.access === 'app' && actor.scopes.size === 0) {
    if (!isStranger) limiter.admitStranger(request, reply)
    return actor
  }
  if (isStranger) limiter.welcome(request)
  limiter.admit(actor, endpoint, reply)
  return mayCall(endpoint, actor)
}

function known(
  request: FastifyRequest,
  { access }: Endpoint,
  authenticate: ServeOptions['authenticate'],
): Promise<Actor> {
  const sent = credentialsOf(request)
  const find = (credential: string) => authenticate(credential, addressOf(request))
  return access === 'contact' || access === 'app' ? callerOfApp(sent, access, find) : onlyOne(sent, find)
}

type Find = (credential: string) => Promise<Actor | undefined>

async function onlyOne([credential, another]: readonly string[], find: Find): Promise<Actor> {
  if (another !== undefined) {
    throw invalidField('api_key', 'sent in two headers with different values', 'send one key')
  }
  const actor = credential === undefined ? undefined : await find(credential)
  if (actor) return actor
  throw Unauthorized({
    detail:
      credential === undefined
        ? 'Send the key in the header api_key, X-API-Key or Authorization: Bearer. A proxy may remove api_key, whose name has an underscore; then use one of the others.'
        : 'The key is unknown, expired or revoked.',
  })
}

/**
 * An app sends its key until its contact signed in, and their token from then on. It may go on to send the key beside the token: of the
 * same business in the same mode, it adds nothing.
 */
async function callerOfApp(sent: readonly string[], access: 'app' | 'contact', find: Find): Promise<Actor> {
  const actors = await Promise.all(sent.map(find))
  const contact = actors.find((actor) => actor?.by.kind === 'contact')
  const isOneOfUs = actors.length > 0 && actors.every((actor) => actor && isOfApp(actor, contact))
  const actor = contact ?? (access === 'app' ? actors[0] : undefined)
  if (actor && isOneOfUs) return actor
  throw Unauthorized({
    detail:
      access === 'contact'
        ? 'Send the access token of a contact who signed in as Authorization: Bearer; one that is over is renewed by POST /self-service/v2/contacts/refresh.'
        : "Send the business's publishable key in the header api_key or X-API-Key, or the access token of a contact as Authorization: Bearer.",
  })
}

function isOfApp({ by, tenant }: Actor, contact: Actor | undefined): boolean {
  if (by.kind !== 'key' && by.kind !== 'contact') return false
  return contact === undefined || contact.tenant === tenant
}

function mayCall({ access, effect }: Endpoint, actor: Actor): Actor {
  if (access === 'public' || access === 'app' || access === 'contact') return actor
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

/** Whether the caller may do just what they might when they asked; with another role they are told other things. */
export function isAsBefore(before: Actor, now: Actor): boolean {
  return now.tenant === before.tenant && now.scopes.symmetricDifference(before.scopes).size === 0
}

/** Whoever signed in and is not there any more, erased, removed or one with another, is signed out; whatever else went wrong is told as it is. */
export function signedOutIfGone({ by }: Actor, error: unknown): unknown {
  if (by.kind !== 'contact' && by.kind !== 'user') return error
  if (!isRefusal(error) || error.kind !== NotFound.kind) return error
  const [entity, id] = error.facts.parameters ?? []
  if (entity !== by.kind || id !== by.id) return error
  return Unauthorized({ detail: `The ${by.kind} who signed in is not there any more.` })
}
