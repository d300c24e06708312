import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { invariant, present } from '../kit/invariant.ts'
import type { Command, Endpoint, Input, RawReply, Route } from './endpoint.ts'
import { readJson } from './json.ts'
import { readBulk } from './read-bulk.ts'
import { refusalOfIssues } from './replies.ts'

/** What an endpoint is sent, as a client would write it. */
export interface SentWithin {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

/** Asks endpoints by their names from within: the same code answers with the same rules, and the same refusals are thrown. */
export interface AskWithin {
  /** Within a unit of work that is open already; answers what a client would read. */
  readonly work: (work: Work, name: string, sent: SentWithin) => Promise<unknown>
  /** Of an endpoint that brings its own transaction. */
  readonly command: (command: Command, name: string, sent: SentWithin) => Promise<unknown>
  readonly isCommand: (name: string) => boolean
  /** What an endpoint does once its work is committed. */
  readonly afterwards: (name: string) => Promise<void>
}

export function askWithin(routes: readonly Route[]): AskWithin {
  const byName = new Map(routes.map((each) => [each.endpoint.name, each]))
  const routeOf = (name: string) => present(byName.get(name), `${name} is served`)
  return {
    work: async (work, name, sent) => {
      const { endpoint, handle } = routeOf(name)
      invariant(handle.effect === 'work', `${name} is answered within a unit of work`)
      const told = await handle.run(work, inputOf(endpoint, sent))
      return plain(endpoint.reply.parse(told))
    },
    command: async (command, name, sent) => {
      const { endpoint, handle } = routeOf(name)
      invariant(handle.effect === 'command', `${name} brings its own transaction`)
      const { text }: RawReply = await handle.run(command, inputOf(endpoint, sent))
      return text === '' ? undefined : JSON.parse(text)
    },
    isCommand: (name) => routeOf(name).handle.effect === 'command',
    afterwards: async (name) => {
      const { handle } = routeOf(name)
      if (handle.effect === 'work') await handle.afterwards?.()
    },
  }
}

function plain(told: unknown): unknown {
  return told === undefined ? undefined : JSON.parse(JSON.stringify(told))
}

function inputOf(
  { params, query, body, bulk }: Endpoint,
  sent: SentWithin,
): Input<z.ZodType, z.ZodType, z.ZodType> {
  const text = JSON.stringify(sent.body ?? {})
  return {
    params: readAs(params, sent.params),
    query: readAs(query, sent.query ?? {}),
    // Read as from the wire, so that no number loses a digit.
    body: bulk ? readBulk(Buffer.from(text), 'JSON', bulk) : readAs(body, readJson(text)),
  }
}

function readAs(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refusalOfIssues(schema, result.error.issues, value)
}
