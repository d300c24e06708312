import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Process } from './process.ts'
import type { ProcessReply } from './processes.api.ts'
import { countProcesses, findProcess, type ProcessFilter, pageOfProcesses } from './processes.store.ts'

export interface ProcessQuery extends ProcessFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export async function listProcesses(work: Work, query: ProcessQuery): Promise<Page<ProcessReply>> {
  const rows = await pageOfProcesses(work, query, query)
  const total = query.include_total ? await countProcesses(work, query) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, showProcess, total)
}

/** As answers show it. */
export async function getProcess(work: Work, id: string): Promise<ProcessReply> {
  const process = await findProcess(work, id)
  if (!process) throw notFound('process', id)
  return showProcess(process)
}

function showProcess(process: Process): ProcessReply {
  const { id, kind, state, done, total, input, result, error } = process
  return {
    id,
    kind,
    state,
    done,
    total: total ?? null,
    created_on: epochSeconds(process.createdAt),
    started_on: secondsOf(process.startedAt),
    heartbeat_on: secondsOf(process.heartbeatAt),
    completed_on: secondsOf(process.completedAt),
    input,
    result: result ?? null,
    error: error ?? null,
  }
}

function secondsOf(at: Date | undefined): number | null {
  return at ? epochSeconds(at) : null
}
