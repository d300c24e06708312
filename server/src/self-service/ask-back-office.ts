import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { type Command, type Endpoint, type Input, type RawReply, type Route, replies } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { invariant, present } from '../kit/invariant.ts'

/** What an endpoint is sent, as a client would write it. */
interface Sent<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
}

/**
 * Asks the endpoints of the back office within the contact's own work: the same code answers, so that no rule is written twice. Whether
 * the contact may ask about what is named has been seen to before (`own.ts`).
 */
export interface BackOffice {
  ask<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    work: Work,
    endpoint: Endpoint<P, Q, B, R>,
    sent: Sent<P, Q, B>,
  ): Promise<z.output<R>>
  /** The same with what was read already, where an endpoint of contacts has the schemas of the one behind it. */
  forward<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    work: Work,
    endpoint: Endpoint<P, Q, B, R>,
    input: Input<P, Q, B>,
  ): Promise<z.output<R>>
  /** What the endpoint does before its work is begun, such as counting a wrong PIN. */
  before<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    command: Command,
    endpoint: Endpoint<P, Q, B, R>,
    sent: Sent<P, Q, B>,
  ): Promise<void>
  /** Of an endpoint that brings its own transaction. */
  command<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    command: Command,
    endpoint: Endpoint<P, Q, B, R>,
    sent: Sent<P, Q, B>,
  ): Promise<RawReply>
}

export function backOffice(routes: readonly Route[]): BackOffice {
  const byName = new Map(routes.map((route) => [route.endpoint.name, route]))
  const routeOf = ({ name }: { readonly name: string }) => present(byName.get(name), `${name} is served`)
  const run = async (work: Work, endpoint: Endpoint, input: Input<z.ZodType, z.ZodType, z.ZodType>) => {
    const { handle } = routeOf(endpoint)
    invariant(handle.effect === 'work', `${endpoint.name} is answered within a unit of work`)
    return handle.run({ ...work, actor: onTheirBehalf(work.actor) }, input)
  }
  return {
    ask: async (work, endpoint, sent) =>
      endpoint.reply.parse(await run(work, endpoint, read(endpoint, sent))),
    forward: async (work, endpoint, input) => endpoint.reply.parse(await run(work, endpoint, input)),
    before: async (command, endpoint, sent) => {
      const { handle } = routeOf(endpoint)
      invariant(handle.effect === 'work', `${endpoint.name} is answered within a unit of work`)
      await handle.before?.(command, read(endpoint, sent))
    },
    command: async (command, endpoint, sent) => {
      const { handle } = routeOf(endpoint)
      invariant(handle.effect === 'command', `${endpoint.name} brings its own transaction`)
      return handle.run(command, read(endpoint, sent))
    },
  }
}

/** Contacts see their own names whole, which to a till are initials. */
function onTheirBehalf(actor: Actor): Actor {
  return { ...actor, scopes: new Set(['contacts:read']) }
}

function read(
  { params, query, body }: Pick<Endpoint, 'params' | 'query' | 'body'>,
  sent: Sent<z.ZodType, z.ZodType, z.ZodType>,
): Input<z.ZodType, z.ZodType, z.ZodType> {
  return {
    params: validated(params, sent.params),
    query: validated(query, sent.query ?? {}),
    body: validated(body, sent.body ?? {}),
  }
}

function validated(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw replies.refusalOfIssues(schema, result.error.issues, value)
}
