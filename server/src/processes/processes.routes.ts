import { type Route, route, streamRoute } from '../http/index.ts'
import { changeProcess } from './change-process.ts'
import { getProcess, listProcesses, type TellRows } from './list-processes.ts'
import { openLiveProcesses } from './live-processes.ts'
import * as api from './processes.api.ts'

export interface ProcessRouteOptions {
  /** The runner of this server, which begins at once what was resumed here. */
  readonly processes: { readonly wake: () => void }
  readonly tellRows: TellRows
}

export function processesRoutes({ processes, tellRows }: ProcessRouteOptions): readonly Route[] {
  const live = openLiveProcesses(tellRows)
  return [
    route(api.listProcesses, (work, { query }) => listProcesses(work, query, tellRows)),
    streamRoute(api.streamProcesses, (reading) => ({ pieces: live.follow(reading) })),
    route(api.getProcess, (work, { params }) => getProcess(work, params.id, tellRows)),
    route(
      api.changeProcess,
      async (work, { params, body }) =>
        getProcess(work, (await changeProcess(work, params.id, body.action)).id, tellRows),
      processes.wake,
    ),
  ]
}
