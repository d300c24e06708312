export { type OrdersWiring, ordersRoutes } from './orders.routes.ts'
