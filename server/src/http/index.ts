export * as wire from '../kit/wire.ts'
export type { ParsedInput, Witness } from './answer.ts'
export { type AskWithin, askWithin, type SentWithin } from './ask-within.ts'
export type { Policy } from './buckets.ts'
export { type BulkReader, openBulkReader } from './bulk-reader.ts'
export {
  bulkRoute,
  type Command,
  commandRoute,
  type Endpoint,
  endpoint,
  guardedRoute,
  type Input,
  type RawReply,
  type Reading,
  type Route,
  route,
  type StreamReply,
  streamRoute,
  type TextReply,
  textReply,
} from './endpoint.ts'
export type { Answered, Follow } from './followed.ts'
export { earlierReply, keyReused, requestHash, storeReply } from './idempotency.ts'
export { openApi, schemaOf } from './openapi.ts'
export { networkOf, type RateLimits } from './rate-limits.ts'
export { type BulkFormat, type BulkLimits, type BulkPart, type BulkRows, readBulk } from './read-bulk.ts'
export { openReaders } from './readers.ts'
export * as replies from './replies.ts'
export { Forbidden, IdempotencyKeyReused, slugOf, Unauthorized } from './replies.ts'
export { type RefusedRow, readRow, refusedRow, storable } from './rows.ts'
export { API_VERSION, type Https, type ServeOptions, serve } from './serve.ts'
export { knownNames, nearest } from './suggest.ts'
export { MAY_BE_UNSTORABLE, refuseUnstorable } from './unstorable.ts'
