import { type Route, route } from '../http/index.ts'
import { getProcess, type Processes } from '../processes/index.ts'
import * as api from './replay.api.ts'
import { startReplay } from './start-replay.ts'

export interface ReplayRouteOptions {
  readonly processes: Pick<Processes, 'wake'>
}

export function replayRoutes({ processes }: ReplayRouteOptions): readonly Route[] {
  return [
    route(
      api.replayLive,
      async (work, { body }) => getProcess(work, await startReplay(work, undefined, body)),
      processes.wake,
    ),
    route(
      api.replayOffer,
      async (work, { params, body }) => getProcess(work, await startReplay(work, params.id, body)),
      processes.wake,
    ),
  ]
}
