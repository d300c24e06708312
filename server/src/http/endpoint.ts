import type { z } from 'zod'
import type { Database, Work } from '../db/index.ts'
import type { Actor, Scope } from '../kit/actor.ts'
import type { RefusalMaker } from '../kit/error.ts'
import type { Language } from '../kit/localised.ts'
import type { BulkLimits, BulkRows } from './read-bulk.ts'

/**
 * What an endpoint does: `reads` runs in a snapshot, `writes` in a transaction with the idempotency key, `commands` brings its
 * own transaction (grouped writes) and gets the caller instead of open work.
 */
export type Effect = 'reads' | 'writes' | 'commands'

/** One request to an endpoint of effect `commands`. */
export interface Command {
  readonly actor: Actor
  readonly at: Date
  readonly requestId: string
  /** In which its answer is to be told; undefined: nobody said. */
  readonly language?: Language | undefined
  /** From where it came. */
  readonly address: string
  readonly idempotencyKey: string | undefined
  /** SHA-256 over the endpoint's name, path parameters and the parsed body: equal requests have equal hashes. */
  readonly hash: Buffer
  /** Of a public endpoint: what was sent as key or token, such as one to be renewed. */
  readonly credential?: string
  /** What the program that asks calls itself. */
  readonly userAgent?: string
}

/** An answer that is already text, so that a repeated request gets the same bytes. */
export interface RawReply {
  readonly status: number
  readonly text: string
  readonly replayed?: boolean
  /** Media type, where it is not JSON, and the name under which a browser keeps it. */
  readonly type?: string
  readonly file?: string
}

const NOT_JSON = Symbol('an answer that is not JSON')

/** An answer in another media type that the endpoint declares, such as CSV for other programs. */
export interface TextReply {
  readonly [NOT_JSON]: true
  readonly type: string
  readonly text: string
  readonly file?: string
}

export function textReply(told: Omit<TextReply, typeof NOT_JSON>): TextReply {
  return { [NOT_JSON]: true, ...told }
}

export function isTextReply(value: unknown): value is TextReply {
  return typeof value === 'object' && value !== null && NOT_JSON in value
}

/** An answer too long to be held, or without an end: sent piece by piece as it is made. */
export interface StreamReply {
  /** Under which a browser keeps it; undefined: it is read as it comes. */
  readonly file?: string
  readonly pieces: AsyncIterable<string>
}

/** One request to an endpoint whose answer is streamed; it opens its own transactions. */
export interface Reading {
  readonly database: Database
  readonly actor: Actor
  readonly at: Date
  /** Where a reader that lost the connection goes on: the last id that it has seen. */
  readonly lastEventId: string | undefined
  /** Aborted when the reader is gone or the server stops. */
  readonly signal: AbortSignal
  /** Whether the caller may still read, and the same as before, for answers that last longer than a key or a role. */
  readonly isWelcome: () => Promise<boolean>
}

/** Everything there is to say about an endpoint; validation, types, OpenAPI, SDK and the reference page follow from it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** Unique verb-noun name; the method's name in the SDK. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `{id}` for parameters. */
  readonly path: string
  /** The group of the reference page. */
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /**
   * The scope that a key needs, or several of which one is enough; `staff`: any member of staff, and no key; `app`: any key of the business,
   * a publishable one too, or a contact who signed in; `contact`: only the latter; `public`: none and no key either.
   */
  readonly access: Scope | readonly Scope[] | 'staff' | 'app' | 'contact' | 'public'
  readonly effect: Effect
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** The body is many rows, which are read beside the thread that answers and looked at after the answer; `body` tells what a row is. */
  readonly bulk?: BulkLimits
  readonly reply: Reply
  /** Media types in which it also answers, when the request asks for them. */
  readonly also?: readonly string[]
  /** Media type of an answer that is streamed; `reply` is then the schema of one of its lines. */
  readonly streams?: string
  /** 204: there is nothing to tell, and nothing is told. */
  readonly status?: 200 | 201 | 204
  /** Fields of the answer that are told once and stored nowhere: a repeated request gets null in their place. */
  readonly toldOnce?: readonly string[]
  /** To tell is the act: the audit log has who asked, of which record, and the `fields` of the body. */
  readonly reveals?: true
  readonly errors: readonly RefusalMaker[]
}

export interface Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
  readonly body: z.output<Body>
}

/** Runs before the unit of work is begun, and stays done if that is refused. */
type Before = (command: Command, input: Input<z.ZodType, z.ZodType, z.ZodType>) => Promise<void>

/** An endpoint with the code that answers it. */
export interface Route {
  readonly endpoint: Endpoint
  readonly handle:
    | {
        readonly effect: 'work'
        readonly run: (work: Work, input: Input<z.ZodType, z.ZodType, z.ZodType>) => Promise<unknown>
        readonly before: Before | undefined
        readonly afterwards: (() => void | Promise<void>) | undefined
      }
    | {
        readonly effect: 'command'
        readonly run: (command: Command, input: Input<z.ZodType, z.ZodType, z.ZodType>) => Promise<RawReply>
      }
    | { readonly effect: 'stream'; readonly run: (reading: Reading, query: unknown) => StreamReply }
}

export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodType,
>(declared: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return declared
}

/**
 * Binds an endpoint that reads or writes within one unit of work. The answer is checked against the declared reply.
 * `afterwards` runs when the work is committed and before it is answered, for what processes hold in memory.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declared: Endpoint<P, Q, B, R>,
  run: (work: Work, input: Input<P, Q, B>) => Promise<z.input<R> | TextReply>,
  afterwards?: () => void | Promise<void>,
): Route {
  return {
    endpoint: declared,
    handle: {
      effect: 'work',
      run: (work, input) => run(work, input as Input<P, Q, B>),
      before: undefined,
      afterwards,
    },
  }
}

/** The same, where something may refuse before the work is begun, and what it wrote stays though it refuses. */
export function guardedRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  declared: Endpoint<P, Q, B, R>,
  before: (command: Command, input: Input<P, Q, B>) => Promise<void>,
  run: (work: Work, input: Input<P, Q, B>) => Promise<z.input<R>>,
  afterwards?: () => void | Promise<void>,
): Route {
  return {
    endpoint: declared,
    handle: {
      effect: 'work',
      run: (work, input) => run(work, input as Input<P, Q, B>),
      before: (command, input) => before(command, input as Input<P, Q, B>),
      afterwards,
    },
  }
}

/** Binds an endpoint that takes many rows: its code gets them unread. */
export function bulkRoute<Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declared: Endpoint<z.ZodUndefined, Q, B, R>,
  run: (work: Work, rows: BulkRows, query: z.output<Q>) => Promise<z.input<R>>,
  afterwards?: () => void | Promise<void>,
): Route {
  return {
    endpoint: declared,
    handle: {
      effect: 'work',
      run: (work, { body, query }) => run(work, body as BulkRows, query as z.output<Q>),
      before: undefined,
      afterwards,
    },
  }
}

/** Binds an endpoint that brings its own transaction. */
export function commandRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  declared: Endpoint<P, Q, B, R>,
  run: (command: Command, input: Input<P, Q, B>) => Promise<RawReply>,
): Route {
  return {
    endpoint: declared,
    handle: { effect: 'command', run: (command, input) => run(command, input as Input<P, Q, B>) },
  }
}

/** Binds an endpoint that answers more than memory should hold. */
export function streamRoute<Q extends z.ZodType, R extends z.ZodType>(
  declared: Endpoint<z.ZodUndefined, Q, z.ZodUndefined, R>,
  run: (reading: Reading, query: z.output<Q>) => StreamReply,
): Route {
  return {
    endpoint: declared,
    handle: { effect: 'stream', run: (reading, query) => run(reading, query as z.output<Q>) },
  }
}
