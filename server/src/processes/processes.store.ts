import type { Work } from '../db/index.ts'
import { idOf, type ProcessId, parseGuid } from '../kit/id.ts'
import type { Process, ProcessState } from './process.ts'
import type { NewProcess } from './start-process.ts'

export async function insertProcess(
  { db, actor, at }: Work,
  { id, kind, input }: NewProcess & { readonly id: ProcessId },
): Promise<void> {
  await db
    .insertInto('processes')
    .values({
      tenant: actor.tenant,
      id,
      kind,
      state: 'PENDING',
      organisation_id: actor.within ?? null,
      input: JSON.stringify(input),
      created_at: at,
    })
    .execute()
}

export async function findProcess(work: Work, id: string): Promise<Process | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectVisible(work).where('id', '=', guid).executeTakeFirst()
  return row && processOfRow(row)
}

/** Holds the process until the end of the work, so that it is moved from the state that was seen. */
export async function lockProcess(work: Work, id: string): Promise<Process | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectVisible(work).where('id', '=', guid).forNoKeyUpdate().executeTakeFirst()
  return row && processOfRow(row)
}

export interface ProcessFilter {
  readonly kind?: string | undefined
  readonly state?: ProcessState | undefined
}

export async function pageOfProcesses(
  work: Work,
  filter: ProcessFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<Process[]> {
  const rows = await filtered(selectVisible(work), filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(processOfRow)
}

export interface Followed {
  readonly mostOpen: number
  readonly newest: number
  /** Those that were open when it was looked last. */
  readonly open: readonly string[]
}

/** Those that wait or run or did so before, and the newest whatever became of them. */
export async function followedProcesses(
  work: Work,
  { mostOpen, newest, open }: Followed,
): Promise<Process[]> {
  const underWay = await selectVisible(work)
    .where((row) =>
      row.or([row('state', 'in', ['PENDING', 'IN_PROGRESS']), ...open.map((id) => row('id', '=', id))]),
    )
    .orderBy('id', 'desc')
    .limit(mostOpen + open.length)
    .execute()
  const latest = await selectVisible(work).orderBy('id', 'desc').limit(newest).execute()
  const byId = new Map([...underWay, ...latest].map((row) => [row.id, row]))
  return [...byId.values()].map(processOfRow)
}

/** Another whenever a process began, went on or ended. */
export async function stampOfProcesses(work: Work): Promise<string> {
  const open = await selectVisible(work)
    .clearSelect()
    .select(({ fn }) => [
      fn.countAll<bigint>().as('number'),
      fn.max('heartbeat_at').as('heartbeat'),
      fn.sum('done').as('done'),
    ])
    .where('state', 'in', ['PENDING', 'IN_PROGRESS'])
    .executeTakeFirstOrThrow()
  const newest = await selectVisible(work)
    .clearSelect()
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return [open.number, open.heartbeat?.getTime(), open.done, newest?.id].join(' ')
}

export async function countProcesses(work: Work, filter: ProcessFilter): Promise<number> {
  const { total } = await filtered(selectVisible(work), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** The lease stays with the run that may still hold it, so that nobody begins the process again before that has ended. */
export async function moveProcess(
  { db, actor, at }: Work,
  id: ProcessId,
  state: ProcessState,
): Promise<void> {
  const goesOn = state === 'PENDING'
  await db
    .updateTable('processes')
    .set({ state, error: null, completed_at: goesOn ? null : at, ...(goesOn && { attempts: 0 }) })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** The processes of the caller's business; of a caller that is bound to a merchant or venue, those that were started so. */
function selectVisible({ db, actor: { tenant, within } }: Work) {
  return db
    .selectFrom('processes')
    .select(['id', 'kind', 'state', 'input', 'done', 'total', 'result', 'error'])
    .select(['created_at', 'started_at', 'heartbeat_at', 'completed_at'])
    .where('tenant', '=', tenant)
    .$if(within !== undefined, (q) => q.where('organisation_id', '=', within ?? ''))
}

function filtered(query: ReturnType<typeof selectVisible>, { kind, state }: ProcessFilter) {
  return query
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'PENDING'))
}

type ProcessRow = Awaited<ReturnType<ReturnType<typeof selectVisible>['execute']>>[number]

function processOfRow(row: ProcessRow): Process {
  return {
    id: idOf<ProcessId>(row.id),
    kind: row.kind,
    state: row.state,
    input: row.input,
    done: row.done,
    total: row.total ?? undefined,
    result: row.result ?? undefined,
    error: row.error ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    heartbeatAt: row.heartbeat_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
  }
}
