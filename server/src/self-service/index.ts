export { type SelfServiceWiring, selfServiceRoutes } from './self-service.routes.ts'
