export type { IsTierUsed } from './delete-tier.ts'
export { readTierProgramme } from './programme.store.ts'
export * as tiersApi from './tiers.api.ts'
export { type TiersWiring, tiersRoutes } from './tiers.routes.ts'
