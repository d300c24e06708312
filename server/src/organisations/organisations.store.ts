import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Actor, Tenant } from '../kit/actor.ts'
import { type OrganisationId, parseGuid } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import {
  type Organisation,
  type OrganisationState,
  type OrganisationType,
  type Settings,
  settingsAlong,
  type Tap,
} from './organisation.ts'
import { tapsOfOrganisations } from './taps.store.ts'

interface OrganisationRow {
  readonly id: string
  readonly type: Organisation['type']
  readonly parent_id: string | null
  readonly code: string
  readonly name: string
  readonly time_zone: string
  readonly state: Organisation['state']
  readonly settings: Organisation['settings']
}

export async function readOrganisations(db: Kysely<Tables>, tenant: Tenant): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisations')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('id')
    .execute()
  return rows.map(organisationOfRow)
}

/** An organisation as lists show it. */
export interface ListedOrganisation extends Organisation {
  readonly parentName: string | undefined
  readonly taps: readonly Tap[]
  readonly currency: string
  readonly createdAt: Date
}

export interface OrganisationFilter {
  readonly type?: OrganisationType | undefined
  readonly parent_id?: string | undefined
  readonly tap_code?: string | undefined
  readonly state?: OrganisationState | undefined
  /** Part of the name or code, in any case. */
  readonly search?: string | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfOrganisations(
  work: Work,
  filter: OrganisationFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<ListedOrganisation[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await filtered(selectVisible(work), filter)
    .orderBy('o.created_at', direction)
    .orderBy('o.id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return withTaps(work, rows)
}

export async function countOrganisations(work: Work, filter: OrganisationFilter): Promise<number> {
  const { total } = await filtered(selectVisible(work), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or code, among those that the caller may see. */
export async function findOrganisation(
  work: Work,
  idOrCode: string,
): Promise<ListedOrganisation | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectVisible(work)
    .where((o) => o.or([o.eb('o.code', '=', idOrCode), ...(id === undefined ? [] : [o.eb('o.id', '=', id)])]))
    .execute()
  const [organisation] = await withTaps(
    work,
    rows.filter((row) => rows.length === 1 || row.id === id),
  )
  return organisation
}

/** A key of one merchant or venue sees that and what is directly below; nothing is deeper. */
function selectVisible({ db, actor }: Work) {
  const { tenant, within }: Actor = actor
  return db
    .selectFrom('organisations as o')
    .innerJoin('tenants as t', 't.tenant', 'o.tenant')
    .leftJoin('organisations as p', (p) =>
      p.onRef('p.tenant', '=', 'o.tenant').onRef('p.id', '=', 'o.parent_id'),
    )
    .where('o.tenant', '=', tenant)
    .$if(within !== undefined, (q) =>
      q.where((o) => o.or([o.eb('o.id', '=', within ?? ''), o.eb('o.parent_id', '=', within ?? '')])),
    )
    .selectAll('o')
    .select(['p.name as parent_name', 't.currency'])
}

function filtered(query: ReturnType<typeof selectVisible>, filter: OrganisationFilter) {
  const { type, parent_id, tap_code, state, search } = filter
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(type !== undefined, (q) => q.where('o.type', '=', type ?? 'VENUE'))
    .$if(parent_id !== undefined, (q) => q.where('o.parent_id', '=', parent_id ?? ''))
    .$if(state !== undefined, (q) => q.where('o.state', '=', state ?? 'ACTIVE'))
    .$if(part !== undefined, (q) =>
      q.where((o) => o.or([o.eb('o.name', 'ilike', part ?? ''), o.eb('o.code', 'ilike', part ?? '')])),
    )
    .$if(tap_code !== undefined, (q) =>
      q.where((o) =>
        o.exists(
          o
            .selectFrom('taps')
            .select('taps.id')
            .whereRef('taps.tenant', '=', 'o.tenant')
            .whereRef('taps.organisation_id', '=', 'o.id')
            .where('taps.code', '=', tap_code ?? ''),
        ),
      ),
    )
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectVisible>['execute']>>[number]

async function withTaps(work: Work, rows: readonly ListedRow[]): Promise<ListedOrganisation[]> {
  if (rows.length === 0) return []
  const taps = await tapsOfOrganisations(
    work,
    rows.map(({ id }) => id),
  )
  const tapsOf = Map.groupBy(taps, ({ organisation }) => organisation)
  return rows.map((row) => {
    const organisation = organisationOfRow(row)
    return {
      ...organisation,
      parentName: row.parent_name ?? undefined,
      taps: tapsOf.get(organisation.id) ?? [],
      currency: row.currency,
      createdAt: row.created_at,
    }
  })
}

export interface Business {
  readonly id: OrganisationId
  readonly name: string
  /** What shoppers read: its name unless it wants another. */
  readonly shownName: string
  readonly currency: string
  readonly timeZone: string
  readonly settings: Settings
}

/** The business itself, however little of it the caller sees. */
export async function readBusiness(db: Kysely<Tables>, tenant: Tenant): Promise<Business> {
  const row = await db
    .selectFrom('tenants as t')
    .innerJoin('organisations as o', (o) =>
      o.onRef('o.tenant', '=', 't.tenant').onRef('o.id', '=', 't.business_id'),
    )
    .leftJoin('branding as b', 'b.tenant', 't.tenant')
    .select(['o.id', 'o.name', 'o.time_zone', 'o.settings', 't.currency', 'b.display_name'])
    .where('t.tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  return {
    id: row.id as OrganisationId,
    name: row.name,
    shownName: row.display_name ?? row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    settings: settingsAlong([row]),
  }
}

/** Whether any organisation of the business has the code, seen by the caller or not. */
export async function isCodeTaken({ db, actor }: Work, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertOrganisation(work: Work, organisation: Organisation): Promise<void> {
  await work.db
    .insertInto('organisations')
    .values({
      tenant: work.actor.tenant,
      id: organisation.id,
      type: organisation.type,
      parent_id: organisation.parent ?? null,
      code: organisation.code,
      name: organisation.name,
      time_zone: organisation.timeZone,
      state: organisation.state,
      settings: JSON.stringify(organisation.settings),
      created_at: work.at,
    })
    .execute()
}

export async function saveOrganisation(work: Work, organisation: Organisation): Promise<void> {
  await work.db
    .updateTable('organisations')
    .set({
      name: organisation.name,
      time_zone: organisation.timeZone,
      state: organisation.state,
      settings: JSON.stringify(organisation.settings),
    })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', organisation.id)
    .execute()
}

function organisationOfRow(row: OrganisationRow): Organisation {
  return {
    id: row.id as OrganisationId,
    type: row.type,
    parent: (row.parent_id as OrganisationId | null) ?? undefined,
    code: row.code,
    name: row.name,
    timeZone: row.time_zone,
    state: row.state,
    settings: row.settings,
  }
}
