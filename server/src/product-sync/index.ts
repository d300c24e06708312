export { productSyncRoutes } from './product-sync.routes.ts'
export { type SyncSources, syncRunner } from './run-sync.ts'
export { SYNC_KIND } from './start-sync.ts'
export { tellSyncs } from './tell-sync.ts'
