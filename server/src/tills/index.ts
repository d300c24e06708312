export { type TillsWiring, tillsRoutes } from './tills.routes.ts'
