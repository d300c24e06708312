export { type ReplayRouteOptions, replayRoutes } from './replay.routes.ts'
export { REPLAY_KIND, replayRunner } from './run-replay.ts'
