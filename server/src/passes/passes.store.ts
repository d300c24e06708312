import { columnsOf, statement, type Work } from '../db/index.ts'
import { type ContactId, idOf, type PassId, type PassPlanId, parseGuid } from '../kit/id.ts'
import { normaliseCode } from './pass-code.ts'
import type { PassState } from './pass-plan.ts'

/** A pass with what is shown of its plan and contact. */
export interface ListedPass {
  readonly id: PassId
  readonly code: string
  readonly state: PassState
  readonly plan: PassPlanId
  readonly contact: { readonly id: ContactId; readonly code: string } | undefined
  readonly hasPin: boolean
  readonly validFrom: Date
  readonly validTo: Date | undefined
  readonly createdAt: Date
}

export interface PassFilter {
  readonly code?: string | undefined
  readonly plan?: PassPlanId | undefined
  readonly state?: PassState | undefined
  readonly contact?: ContactId | undefined
}

export async function pageOfPasses(
  work: Work,
  filter: PassFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<ListedPass[]> {
  const rows = await filtered(work, filter)
    .orderBy('p.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(passOfRow)
}

export async function countPasses(work: Work, filter: PassFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or by code, in any case. */
export async function findPass(work: Work, idOrCode: string): Promise<ListedPass | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectPasses(work)
    .where((p) =>
      p.or([
        p.eb('p.code', '=', normaliseCode(idOrCode)),
        ...(id === undefined ? [] : [p.eb('p.id', '=', id)]),
      ]),
    )
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && passOfRow(row)
}

function selectPasses({ db, actor }: Work) {
  return db
    .selectFrom('passes as p')
    .leftJoin('contacts as c', (c) => c.onRef('c.tenant', '=', 'p.tenant').onRef('c.id', '=', 'p.contact_id'))
    .where('p.tenant', '=', actor.tenant)
    .select(['p.id', 'p.plan_id', 'p.code', 'p.state', 'p.valid_from', 'p.valid_to', 'p.created_at'])
    .select(['p.contact_id', 'c.code as contact_code'])
    .select((p) => p.eb('p.pin_hash', 'is not', null).as('has_pin'))
}

function filtered(work: Work, { code, plan, state, contact }: PassFilter) {
  return selectPasses(work)
    .$if(code !== undefined, (q) => q.where('p.code', '=', normaliseCode(code ?? '')))
    .$if(plan !== undefined, (q) => q.where('p.plan_id', '=', plan ?? ''))
    .$if(state !== undefined, (q) => q.where('p.state', '=', state ?? 'ACTIVE'))
    .$if(contact !== undefined, (q) => q.where('p.contact_id', '=', contact ?? ''))
}

type PassRow = Awaited<ReturnType<ReturnType<typeof selectPasses>['execute']>>[number]

function passOfRow(row: PassRow): ListedPass {
  const { contact_id, contact_code } = row
  return {
    id: idOf<PassId>(row.id),
    code: row.code,
    state: row.state,
    plan: idOf<PassPlanId>(row.plan_id),
    contact: contact_id && contact_code ? { id: idOf<ContactId>(contact_id), code: contact_code } : undefined,
    hasPin: Boolean(row.has_pin),
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    createdAt: row.created_at,
  }
}

export async function hasPasses({ db, actor }: Work, plan: PassPlanId): Promise<boolean> {
  const row = await db
    .selectFrom('passes')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('plan_id', '=', plan)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function savePassState({ db, actor }: Work, id: PassId, state: PassState): Promise<void> {
  await db
    .updateTable('passes')
    .set({ state })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export interface NewPass {
  readonly id: PassId
  readonly code: string
  readonly pinHash: Buffer | null
  readonly contact: ContactId | null
}

const INSERT = statement(
  'passes_insert',
  `insert into passes (tenant, id, plan_id, code, pin_hash, contact_id, state, valid_from, valid_to, created_at)
   select $1::int, k.id, $2::uuid, k.code, k.pin_hash, k.contact_id, 'ACTIVE', $3::timestamptz, $4::timestamptz, $3::timestamptz
     from unnest($5::uuid[], $6::text[], $7::bytea[], $8::uuid[]) as k(id, code, pin_hash, contact_id)
    order by k.code
       on conflict (tenant, code) do nothing
returning code`,
)

/**
 * Enters passes of one plan at once, sorted by code so that two who do this wait for each other and do not lock each other
 * out. Answers the codes that were entered: those left out are taken.
 */
export async function insertPasses(
  work: Work,
  plan: { readonly id: PassPlanId; readonly validTo: Date | null },
  passes: readonly NewPass[],
): Promise<ReadonlySet<string>> {
  const rows = await work.sql.run<{ readonly code: string }>(INSERT, [
    work.actor.tenant,
    plan.id,
    work.at,
    plan.validTo,
    ...columnsOf(
      passes,
      ({ id }) => id,
      ({ code }) => code,
      ({ pinHash }) => pinHash,
      ({ contact }) => contact,
    ),
  ])
  return new Set(rows.map(({ code }) => code))
}
