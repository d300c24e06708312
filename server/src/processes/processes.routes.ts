import { type Route, route } from '../http/index.ts'
import { changeProcess } from './change-process.ts'
import { getProcess, listProcesses } from './list-processes.ts'
import * as api from './processes.api.ts'

export interface ProcessRouteOptions {
  /** The runner of this server, which begins at once what was resumed here. */
  readonly processes: { readonly wake: () => void }
}

export function processesRoutes({ processes }: ProcessRouteOptions): readonly Route[] {
  return [
    route(api.listProcesses, (work, { query }) => listProcesses(work, query)),
    route(api.getProcess, (work, { params }) => getProcess(work, params.id)),
    route(
      api.changeProcess,
      async (work, { params, body }) =>
        getProcess(work, (await changeProcess(work, params.id, body.action)).id),
      processes.wake,
    ),
  ]
}
