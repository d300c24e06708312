export { openClaimRounds } from './claim-rounds.ts'
export { type ClaimRouteOptions, claimRoutes } from './claims.routes.ts'
export { reopenClaim } from './claims.store.ts'
export { settleClaims } from './settle-claims.ts'
