import type { z } from 'zod'
import {
  type FieldError,
  InvalidValue,
  Refusal,
  type RefusalKind,
  RequiredField,
  refusal,
} from '../kit/error.ts'
import '../kit/say-issue.ts'
import { withoutKeys } from '../kit/scrub.ts'
import { isSecretAt, knownNames, nearest } from './suggest.ts'

/** The guide's error body with more behind it: one shape for everything that is not 2xx. */
export interface ErrorBody {
  readonly status: number
  readonly message: string
  readonly error: string
  readonly parameters: readonly string[]
  readonly type: string
  readonly title: string
  readonly detail: string
  /** The request's id, as in the Request-Id header and the log. */
  readonly instance: string
  readonly field_errors: readonly FieldError[]
  readonly doc_url: string
  readonly retryable: boolean
}

export const Unauthorized = refusal({
  name: 'Unauthorized',
  error: 'CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION',
  message: 'The API key or token is missing or not valid.',
  status: 401,
})

export const Forbidden = refusal({
  name: 'Forbidden',
  error: 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION',
  message: 'The key or token may not do this.',
  status: 403,
})

export const PlainHttp = refusal({
  name: 'PlainHttp',
  error: 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION',
  message: 'HTTPS is required.',
  status: 403,
})

export const NoSuchRoute = refusal({
  name: 'NoSuchRoute',
  error: 'CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION',
  message: 'There is nothing at this address.',
  status: 404,
})

/** What stands behind the ? is not repeated: it may be anything that somebody took for a parameter. */
export function noSuchRoute({ method, url }: { readonly method: string; readonly url: string }): Refusal {
  const [path = ''] = url.split('?')
  return NoSuchRoute({ parameters: [path], detail: `${method} ${path} is not served.` })
}

export const Unexpected = refusal({
  name: 'Unexpected',
  error: 'CRM.EXCEPTIONS.INTERNALEXCEPTION',
  message: 'Something went wrong on our side; nothing was changed. Try again, or report the request id.',
  status: 500,
  retryable: true,
})

export const TooManyRequests = refusal({
  name: 'TooManyRequests',
  error: 'CRM.EXCEPTIONS.TOOMANYREQUESTSEXCEPTION',
  message: 'Too many requests came in a short time.',
  status: 429,
  retryable: true,
})

export const RequestInProgress = refusal({
  name: 'RequestInProgress',
  error: 'CRM.EXCEPTIONS.REQUESTINPROGRESSEXCEPTION',
  message: 'A request with this idempotency key is still running.',
  status: 409,
  retryable: true,
})

export const IdempotencyKeyReused = refusal({
  name: 'IdempotencyKeyReused',
  error: 'CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION',
  message: 'This idempotency key was used for another request.',
})

/** The name of the error's section on the errors page: NotFound is `not-found`. */
export function slugOf({ name }: RefusalKind): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

export function errorBody({ kind, facts }: Refusal, requestId: string): ErrorBody {
  const page = `/docs/errors#${slugOf(kind)}`
  return {
    status: kind.status,
    message: kind.message,
    error: kind.error,
    parameters: facts.parameters ?? [],
    type: page,
    title: kind.message,
    detail: facts.detail ?? kind.message,
    instance: requestId,
    field_errors: facts.fields ?? [],
    doc_url: page,
    retryable: kind.retryable,
  }
}

/** The body as it is sent. Whoever put a key where it does not belong finds it in no answer, which may be kept somewhere. */
export function errorText(refused: Refusal, requestId: string): string {
  return withoutKeys(JSON.stringify(errorBody(refused, requestId)))
}

type Issue = z.core.$ZodIssue

/** All that is wrong with a request's fields, at once. */
export function refusalOfIssues(schema: z.ZodType, issues: readonly Issue[], input: unknown): Refusal {
  const fields = issues.flatMap((issue) => fieldErrors(schema, issue, input))
  const kind = isAllMissing(issues, input) ? RequiredField : InvalidValue
  const detail = fields.map(({ message }) => message).join('; ')
  return kind({ parameters: fields.flatMap(({ path }) => [path]), detail, fields })
}

/** Whether nothing is wrong but that fields are missing. */
export function isAllMissing(issues: readonly Issue[], input: unknown): boolean {
  return issues.every(({ code, path }) => code !== 'unrecognized_keys' && valueAt(input, path) === undefined)
}

function fieldErrors(schema: z.ZodType, issue: Issue, input: unknown): FieldError[] {
  const path = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const names = knownNames(
      schema,
      issue.path.filter((part) => typeof part !== 'number'),
    )
    return issue.keys.map((key) => {
      const full = path === '' ? key : `${path}.${key}`
      const meant = nearest(key, names)
      const hint = meant === undefined ? '' : `; did you mean ${meant}?`
      return { path: full, code: 'unknown_field', message: `${full} is not a known field${hint}` }
    })
  }
  const seen = valueAt(input, issue.path)
  if (seen === undefined) return [{ path, code: 'required', message: `${path} is missing; ${issue.message}` }]
  const said = isSecretAt(schema, issue.path) ? 'a secret, which is not repeated' : shown(seen)
  return [{ path, code: 'invalid', message: `${path} is ${said}; ${issue.message}` }]
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    // A text may stand for a list, as in a query: then the text is what was seen.
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : value),
    input,
  )
}

const MOST_SHOWN = 60

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal
}
