export { type ClaimRouteOptions, claimRoutes } from './claims.routes.ts'
