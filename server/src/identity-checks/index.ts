export { checkHasher } from './identity-check.ts'
export { type IdentityChecksWiring, identityChecksRoutes } from './identity-checks.routes.ts'
