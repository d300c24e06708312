export { TOPUP_METHODS } from './topup.ts'
export { topupsRoutes } from './topups.routes.ts'
