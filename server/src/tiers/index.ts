export type { IsTierUsed } from './delete-tier.ts'
export { readTierProgramme } from './programme.store.ts'
export { type TiersWiring, tiersRoutes } from './tiers.routes.ts'
