export { requireWholeBusiness } from '../order-catalogues/index.ts'
export { type OrdersWiring, ordersRoutes } from './orders.routes.ts'
