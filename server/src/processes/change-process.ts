import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { type Process, type ProcessAction, stateAfter } from './process.ts'
import { lockProcess, moveProcess } from './processes.store.ts'

/** Cancels or resumes. A run that goes on meanwhile is not touched: it sees the new state at its next heartbeat and ends. */
export async function changeProcess(work: Work, id: string, action: ProcessAction): Promise<Process> {
  const process = await lockProcess(work, id)
  if (!process) throw notFound('process', id)
  const next = stateAfter(process.state, action)
  if (next === undefined) throw leadsNowhere(process, action)
  if (next === process.state) return process
  await moveProcess(work, process.id, next)
  return { ...process, state: next }
}

function leadsNowhere({ state }: Process, action: ProcessAction): Error {
  const needed =
    action === 'CANCEL'
      ? 'only one that is PENDING or IN_PROGRESS can be cancelled'
      : 'only one that is FAILED or CANCELLED can be resumed'
  return InvalidState({ parameters: ['process', state], detail: `The process is ${state}; ${needed}.` })
}
