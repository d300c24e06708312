import type { ErrorCode } from './operations.gen.ts'

/** One value of a request that was not accepted: where it stands, and what was seen and is needed there. */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** What an answer says about a failure; for a connection that failed, all of it is made here. */
export interface Failure {
  /** 0: no answer came. */
  readonly status: number
  readonly code: ErrorCode | (string & {})
  readonly message: string
  /** What exactly was seen and what is needed; the message when there is nothing more to say. */
  readonly detail: string
  /** Values for a better message, such as the entity and the identifier that were not found. */
  readonly parameters: readonly string[]
  readonly fieldErrors: readonly FieldError[]
  /** Name this to support: it is in the server's log. */
  readonly requestId: string | undefined
  /** The same request may succeed later. */
  readonly retryable: boolean
  readonly retryAfterSeconds: number | undefined
}

/**
 * Any call that did not succeed. Compare `code`; the subclasses are for the cases that programs treat
 * alike.
 */
export class TillbackError extends Error implements Failure {
  override readonly name: string = 'TillbackError'
  readonly status: number
  readonly code: ErrorCode | (string & {})
  readonly detail: string
  readonly parameters: readonly string[]
  readonly fieldErrors: readonly FieldError[]
  readonly requestId: string | undefined
  readonly retryable: boolean
  readonly retryAfterSeconds: number | undefined

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options)
    this.status = failure.status
    this.code = failure.code
    this.detail = failure.detail
    this.parameters = failure.parameters
    this.fieldErrors = failure.fieldErrors
    this.requestId = failure.requestId
    this.retryable = failure.retryable
    this.retryAfterSeconds = failure.retryAfterSeconds
  }
}

/** `parameters` are the entity and the identifier that was sent. */
export class NotFoundError extends TillbackError {
  override readonly name = 'NotFoundError'
}

/** The request is wrong; `fieldErrors` names every field at once. */
export class ValidationError extends TillbackError {
  override readonly name = 'ValidationError'
}

/** The key is missing, unknown, expired or revoked. */
export class AuthenticationError extends TillbackError {
  override readonly name = 'AuthenticationError'
}

/** The key is good but lacks the scope, which `parameters` names. */
export class PermissionError extends TillbackError {
  override readonly name = 'PermissionError'
}

export class RateLimitedError extends TillbackError {
  override readonly name = 'RateLimitedError'
}

/**
 * What is there already forbids this: a duplicate, a state, a key used for something else, a request still
 * running.
 */
export class ConflictError extends TillbackError {
  override readonly name = 'ConflictError'
}

/** The server failed; a write that was sent again with its key has still happened at most once. */
export class ServerError extends TillbackError {
  override readonly name = 'ServerError'
}

/**
 * No usable answer came: no connection, a time-out, or something that is not this API. What became of a
 * write is unknown.
 */
export class ConnectionError extends TillbackError {
  override readonly name = 'ConnectionError'
}

/** The error for an answer that is not 2xx. */
export function errorOf(response: Response, body: unknown): TillbackError {
  const message = textOf(body, 'message') ?? `The server answered ${response.status}.`
  const failure: Failure = {
    status: response.status,
    code: textOf(body, 'error') ?? '',
    message,
    detail: textOf(body, 'detail') ?? message,
    parameters: listOf(body, 'parameters').filter((each) => typeof each === 'string'),
    fieldErrors: listOf(body, 'field_errors').map(fieldErrorOf),
    requestId: response.headers.get('request-id') ?? textOf(body, 'instance'),
    retryable: fieldOf(body, 'retryable') === true || response.status === 429 || response.status >= 500,
    retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
  }
  return new (kindOf(failure))(failure)
}

// The guide answers 400 for these, so the status alone does not tell them from a wrong request.
const NOT_FOUND = /\.NOTFOUNDEXCEPTION$/
const CONFLICT = /\.(ALREADYEXISTS|INVALIDSTATE|IDEMPOTENCYKEYREUSED)EXCEPTION$/
const INVALID = /\.(REQUIREDFIELD|INVALIDVALUE)EXCEPTION$/

function kindOf({ status, code, fieldErrors }: Failure): typeof TillbackError {
  if (status >= 500) return ServerError
  if (status === 401) return AuthenticationError
  if (status === 403) return PermissionError
  if (status === 429) return RateLimitedError
  if (status === 404 || NOT_FOUND.test(code)) return NotFoundError
  if (status === 409 || CONFLICT.test(code)) return ConflictError
  if (INVALID.test(code) || fieldErrors.length > 0) return ValidationError
  return TillbackError
}

export function connectionError(
  message: string,
  { retryable, cause, status = 0 }: { retryable: boolean; cause?: unknown; status?: number },
): ConnectionError {
  return new ConnectionError(
    {
      status,
      code: '',
      message,
      detail: message,
      parameters: [],
      fieldErrors: [],
      requestId: undefined,
      retryable,
      retryAfterSeconds: undefined,
    },
    { cause },
  )
}

function fieldErrorOf(value: unknown): FieldError {
  return {
    path: textOf(value, 'path') ?? '',
    code: textOf(value, 'code') ?? '',
    message: textOf(value, 'message') ?? '',
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown, name: string): string | undefined {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text : undefined
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name)
  return Array.isArray(list) ? list : []
}

/** Retry-After is seconds or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
