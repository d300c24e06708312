export { getProcess, type RowsTold, type TellRows } from './list-processes.ts'
export { openProcesses, type Processes, type ProcessesOptions, type ProcessKinds } from './open-processes.ts'
export type { JsonObject, Process, ProcessState } from './process.ts'
export { PROCESS_STATES } from './process.ts'
export {
  MOST_REJECTED_TOLD,
  type ProcessReply,
  processReply,
  rejectedRow,
  rowTotals,
} from './processes.api.ts'
export { type ProcessRouteOptions, processesRoutes } from './processes.routes.ts'
export { stampOfProcesses } from './processes.store.ts'
export type { Pace, ProcessContext, RunProcess } from './run-process.ts'
export { type NewProcess, startProcess } from './start-process.ts'
