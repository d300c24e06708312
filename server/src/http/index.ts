export * as wire from '../kit/wire.ts'
export {
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
export { earlierReply, keyReused, requestHash, storeReply } from './idempotency.ts'
export { openApi } from './openapi.ts'
export * as replies from './replies.ts'
export { Forbidden, IdempotencyKeyReused, slugOf, Unauthorized } from './replies.ts'
export { API_VERSION, type ServeOptions, serve } from './serve.ts'
export { knownNames, nearest } from './suggest.ts'
