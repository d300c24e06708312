import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../kit/actor.ts'
import type { Refusal } from '../kit/error.ts'
import type { Endpoint } from './endpoint.ts'

/** What came of a request whose caller is known. */
export interface Answered {
  readonly requestId: string
  readonly actor: Actor
  readonly endpoint: Endpoint
  readonly status: number
  readonly milliseconds: number
  /** Answered as the same request was before. */
  readonly replayed: boolean
  /** Asked by a page of this address, such as the dashboard. */
  readonly ofOwnPage: boolean
  readonly refused: Refusal | undefined
  /** As it was read, before it was looked at; undefined where it is read beside the thread. */
  readonly body: unknown
  readonly queryText: string
}

/** Is told of every answer after it was sent; may not throw and does not wait. */
export type Follow = (answered: Answered) => void

interface Known {
  readonly actor: Actor
  readonly endpoint: Endpoint
  refused?: Refusal
}

const known = new WeakMap<FastifyRequest, Known>()

export function noteCaller(request: FastifyRequest, actor: Actor, endpoint: Endpoint): void {
  known.set(request, { actor, endpoint })
}

export function noteRefusal(request: FastifyRequest, refused: Refusal): void {
  const noted = known.get(request)
  if (noted) noted.refused = refused
}

export function followAnswers(app: FastifyInstance, follow: Follow): void {
  app.addHook('onResponse', async (request, reply) => {
    const noted = known.get(request)
    if (!noted || noted.endpoint.streams !== undefined) return
    const { actor, endpoint, refused } = noted
    follow({
      requestId: request.id,
      actor,
      endpoint,
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
      replayed: reply.getHeader('idempotent-replayed') !== undefined,
      ofOwnPage: request.headers['sec-fetch-site'] === 'same-origin',
      refused,
      body: endpoint.bulk ? undefined : request.body,
      queryText: request.url.split('?')[1] ?? '',
    })
  })
}
