export { type PromotionsWiring, promotionsRoutes } from './promotions.routes.ts'
