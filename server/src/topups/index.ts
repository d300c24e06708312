export { topupsRoutes } from './topups.routes.ts'
