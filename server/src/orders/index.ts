export { requireWholeBusiness } from './configuration.ts'
export { type OrdersWiring, ordersRoutes } from './orders.routes.ts'
