export { adjustmentsRoutes } from './adjustments.routes.ts'
