import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import type { ProcessId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Process } from './process.ts'
import type { ListedProcess, ProcessReply } from './processes.api.ts'
import {
  countProcesses,
  type Followed,
  findProcess,
  followedProcesses,
  type ProcessFilter,
  pageOfProcesses,
} from './processes.store.ts'

export interface ProcessQuery extends ProcessFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

/** What a kind that takes rows knows of them. */
export interface RowsTold {
  readonly totals: NonNullable<ProcessReply['totals']>
  /** When the last row was done; the process is told as COMPLETED from then on. */
  readonly finishedAt: Date | undefined
}

/** Tells of the rows of processes: domains further right know them. */
export interface TellRows {
  totalsOf(work: Work, processes: readonly ProcessId[]): Promise<ReadonlyMap<ProcessId, RowsTold>>
  rejectedOf(work: Work, process: ProcessId): Promise<NonNullable<ProcessReply['rejected']>>
}

export async function listProcesses(
  work: Work,
  query: ProcessQuery,
  rows: TellRows,
): Promise<Page<ListedProcess>> {
  const found = await pageOfProcesses(work, query, query)
  const total = query.include_total ? await countProcesses(work, query) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  const totals = await rows.totalsOf(
    work,
    found.map(({ id }) => id),
  )
  return pageOf(request, found, (process) => showProcess(process, totals.get(process.id)), total)
}

/** What is worth following: what waits or runs, and the newest, which may have begun and ended since it was looked last. */
export async function listFollowed(
  work: Work,
  followed: Followed,
  rows: TellRows,
): Promise<readonly ListedProcess[]> {
  const found = await followedProcesses(work, followed)
  const totals = await rows.totalsOf(
    work,
    found.map(({ id }) => id),
  )
  return found.map((process) => showProcess(process, totals.get(process.id)))
}

/** As answers show it; with its rows, if whoever knows them is given. */
export async function getProcess(work: Work, id: string, rows?: TellRows): Promise<ProcessReply> {
  const process = await findProcess(work, id)
  if (!process) throw notFound('process', id)
  const told = (await rows?.totalsOf(work, [process.id]))?.get(process.id)
  if (!rows || !told) return showProcess(process)
  return { ...showProcess(process, told), rejected: await rows.rejectedOf(work, process.id) }
}

function showProcess(process: Process, told?: RowsTold): ListedProcess {
  const { id, kind, input, result, error } = process
  const finishedAt = process.state === 'IN_PROGRESS' ? told?.finishedAt : undefined
  return {
    id,
    kind,
    state: finishedAt ? 'COMPLETED' : process.state,
    done: told ? doneOf(told) : process.done,
    total: told?.totals.received ?? process.total ?? null,
    created_on: epochSeconds(process.createdAt),
    started_on: secondsOf(process.startedAt),
    heartbeat_on: secondsOf(process.heartbeatAt),
    completed_on: secondsOf(finishedAt ?? process.completedAt),
    input,
    result: result ?? null,
    error: error ?? null,
    ...(told && { totals: told.totals }),
  }
}

function doneOf({ totals: { created, updated, unchanged, rejected } }: RowsTold): number {
  return created + updated + unchanged + rejected
}

function secondsOf(at: Date | undefined): number | null {
  return at ? epochSeconds(at) : null
}
