export { type Expired, type ExpirySources, expireLots } from './expire-lots.ts'
export { expiriesRoutes } from './expiries.routes.ts'
export { openExpiryRounds } from './expiry-rounds.ts'
