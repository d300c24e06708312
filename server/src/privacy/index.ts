export * as privacyApi from './privacy.api.ts'
export { privacyRoutes } from './privacy.routes.ts'
