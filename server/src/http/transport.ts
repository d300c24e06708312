import type { FastifyRequest } from 'fastify'
import qs from 'qs'
import { isAway } from '../db/index.ts'
import { Busy, invalidField, type Refusal } from '../kit/error.ts'
import { MAX_BODY_BYTES, MAX_DEPTH } from '../kit/limits.ts'

const MAX_FILTERS = 100

/** Read here and not by the router, which cannot refuse. */
export function readQuery({ query }: FastifyRequest): unknown {
  const text = typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
  if (text === '') return {}
  // A filter that is dropped answers with rows that nobody asked for, so over the limit all of it is refused.
  if (text.split('&').length > MAX_FILTERS)
    throw invalidField('query', `over ${MAX_FILTERS} filters long`, 'send fewer')
  return qs.parse(text, { depth: MAX_DEPTH, allowPrototypes: false, parameterLimit: MAX_FILTERS })
}

/** What the HTTP layer itself refuses, in the product's words. */
export function refusalOfTransport(error: unknown, request: FastifyRequest): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return invalidField(
      'body',
      'too large',
      `at most ${request.routeOptions.bodyLimit ?? MAX_BODY_BYTES} bytes are taken`,
    )
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return invalidField(
      'Content-Type',
      'not one that is read',
      'send application/json or application/x-www-form-urlencoded',
    )
  }
  if (code === 'FST_ERR_BAD_URL') {
    return invalidField('path', 'not a valid address', 'percent-encode it as UTF-8')
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') {
    return invalidField(
      'Content-Length',
      'not the length of the body',
      'send the length of the body in bytes',
    )
  }
  return undefined
}

/** The database is away or was too busy: nothing is known to be done, and the same request may be sent again. */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  if (!isAway(error)) return undefined
  return Busy({
    detail: 'The database did not answer in time; send the same request again.',
    retryAfterSeconds: 1,
  })
}
