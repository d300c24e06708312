export { type EvaluateRouteOptions, evaluateRoutes } from './evaluate.routes.ts'
export { type LintRouteOptions, lintRoutes } from './lint/lint.routes.ts'
export { type ReplayRouteOptions, replayRoutes } from './replay.routes.ts'
export { REPLAY_KIND, replayRunner } from './run-replay.ts'
