export type { MovingSources } from './move-clock.ts'
export { type Clocks, openClocks } from './open-clocks.ts'
export { type TestHelpersWiring, testHelpersRoutes } from './test-helpers.routes.ts'
