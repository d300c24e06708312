export type { CallOptions, QueryOptions, TillbackOptions } from './call.ts'
export {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  type FieldError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  ServerError,
  TillbackError,
  ValidationError,
} from './errors.ts'
export type * from './operations.gen.ts'
export { type ReceiptCode, receipts } from './receipts.ts'
export type { StreamOptions } from './streams.ts'
export { Tillback } from './tillback.ts'
