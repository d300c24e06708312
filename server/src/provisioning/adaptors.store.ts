import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type AdaptorId, idOf, type OrganisationId, parseGuid } from '../kit/id.ts'
import type { Adaptor, HttpSettings, OrderEvent, PrinterSettings } from './adaptor.ts'

export async function insertAdaptor({ db, actor }: Work, adaptor: Adaptor): Promise<void> {
  await db
    .insertInto('order_adaptors')
    .values({
      tenant: actor.tenant,
      id: adaptor.id,
      kind: adaptor.kind,
      organisation_id: adaptor.organisation ?? null,
      created_at: adaptor.createdAt,
      ...changeable(adaptor),
    })
    .execute()
}

export async function saveAdaptor({ db, actor }: Work, adaptor: Adaptor): Promise<void> {
  await db
    .updateTable('order_adaptors')
    .set(changeable(adaptor))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', adaptor.id)
    .execute()
}

function changeable(adaptor: Adaptor) {
  return {
    name: adaptor.name,
    state: adaptor.state,
    event_types: sql<string[]>`${[...adaptor.eventTypes]}::text[]`,
    settings: JSON.stringify(adaptor.settings),
    secrets: adaptor.secrets ?? null,
    updated_at: adaptor.updatedAt,
  }
}

interface Wanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

export async function pageOfAdaptors(work: Work, { page, size, order }: Wanted): Promise<Adaptor[]> {
  const rows = await selectAdaptors(work)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(adaptorOfRow)
}

export async function countAdaptors(work: Work): Promise<number> {
  const { total } = await selectAdaptors(work)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findAdaptor(
  work: Work,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Adaptor | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectAdaptors(work)
    .where('id', '=', guid)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  return row && adaptorOfRow(row)
}

/** A key of one merchant or venue sees those that are for its own orders. */
function selectAdaptors({ db, actor: { tenant, within } }: Work) {
  return db
    .selectFrom('order_adaptors')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(within !== undefined, (query) =>
      query.where('organisation_id', 'in', (own) =>
        own
          .selectFrom('organisations as o')
          .select('o.id')
          .where('o.tenant', '=', tenant)
          .where((o) => o.or([o('o.id', '=', within ?? ''), o('o.parent_id', '=', within ?? '')])),
      ),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAdaptors>['execute']>>[number]

function adaptorOfRow(row: Row): Adaptor {
  const shared = {
    id: idOf<AdaptorId>(row.id),
    name: row.name,
    organisation: row.organisation_id === null ? undefined : idOf<OrganisationId>(row.organisation_id),
    state: row.state,
    eventTypes: row.event_types as OrderEvent[],
    secrets: row.secrets ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  return row.kind === 'PRINTER'
    ? { ...shared, kind: 'PRINTER', settings: row.settings as PrinterSettings }
    : { ...shared, kind: 'HTTP', settings: row.settings as HttpSettings }
}
