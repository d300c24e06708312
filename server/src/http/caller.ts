import type { FastifyRequest } from 'fastify'
import { type Actor, may, nobody } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import type { Endpoint } from './endpoint.ts'
import { Forbidden, Unauthorized } from './replies.ts'
import type { ServeOptions } from './serve.ts'

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
  const bearer = header(request, 'authorization')?.replace(/^Bearer /i, '')
  const sent = [header(request, 'api_key'), header(request, 'x-api-key'), bearer].filter(
    (key) => key !== undefined,
  )
  const [credential] = sent
  if (sent.some((key) => key !== credential)) {
    throw invalidField('api_key', 'sent in two headers with different values', 'send one key')
  }
  const actor = credential === undefined ? undefined : await authenticate(credential, addressOf(request))
  if (!actor) {
    throw Unauthorized({
      detail:
        credential === undefined
          ? 'Send the key in the header api_key, X-API-Key or Authorization: Bearer. A proxy may remove api_key, whose name has an underscore; then use one of the others.'
          : 'The key is unknown, expired or revoked.',
    })
  }
  const scopes = [endpoint.access].flat()
  if (!scopes.some((scope) => may(actor, scope))) {
    throw Forbidden({ parameters: scopes, detail: `The scope ${scopes.join(' or ')} is needed.` })
  }
  return actor
}
