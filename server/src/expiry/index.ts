export { type Expired, type ExpirySources, expireLots } from './expire-lots.ts'
export { expiriesRoutes } from './expiries.routes.ts'
export { type ExpiryRounds, openExpiryRounds } from './expiry-rounds.ts'
