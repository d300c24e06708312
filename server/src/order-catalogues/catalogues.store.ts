import type { Work } from '../db/index.ts'
import { idOf, type OrderCatalogueId, parseGuid } from '../kit/id.ts'
import { creativesOfJson, creativesToJson } from '../products/index.ts'
import type { OrderCatalogue } from './order-catalogue.ts'

/** All that are not deleted, in the order in which they were made; a business has few. */
export async function readCatalogues(work: Work): Promise<readonly OrderCatalogue[]> {
  const rows = await kept(work).orderBy('created_at').orderBy('id').execute()
  return rows.map(catalogueOfRow)
}

/** By id or code; locked, nobody else changes it or its categories until the work ends. */
export async function findCatalogue(
  work: Work,
  idOrCode: string,
  { lock = false } = {},
): Promise<OrderCatalogue | undefined> {
  const id = parseGuid(idOrCode)
  const named = kept(work).where((c) => (id === undefined ? c('code', '=', idOrCode) : c('id', '=', id)))
  const row = await (lock ? named.forNoKeyUpdate() : named).executeTakeFirst()
  return row && catalogueOfRow(row)
}

/** Whether it was there once. */
export async function isDeletedCatalogue({ db, actor }: Work, name: string): Promise<boolean> {
  const id = parseGuid(name)
  if (id === undefined) return false
  const row = await db
    .selectFrom('order_catalogues')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveCatalogue({ db, actor }: Work, catalogue: OrderCatalogue): Promise<void> {
  const { id, createdAt } = catalogue
  const changing = {
    code: catalogue.code,
    name: catalogue.name,
    display_name: catalogue.displayName ?? null,
    description: catalogue.description ?? null,
    state: catalogue.state,
    supply_methods: [...catalogue.supplyMethods],
    time_availability: JSON.stringify(
      catalogue.openings.map(({ day, from, to }) => ({ day_of_week: day, start_time: from, end_time: to })),
    ),
    organisation_ids: [...catalogue.organisations],
    minimum_amount: catalogue.minimum ?? null,
    creatives: creativesToJson(catalogue.creatives),
    updated_at: catalogue.updatedAt,
  }
  await db
    .insertInto('order_catalogues')
    .values({ tenant: actor.tenant, id, created_at: createdAt, ...changing })
    .onConflict((known) => known.columns(['tenant', 'id']).doUpdateSet(changing))
    .execute()
}

export async function markCatalogueDeleted({ db, actor, at }: Work, id: OrderCatalogueId): Promise<void> {
  await db
    .updateTable('order_catalogues')
    .set({ deleted_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

function kept({ db, actor }: Work) {
  return db
    .selectFrom('order_catalogues')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]

function catalogueOfRow(row: Row): OrderCatalogue {
  return {
    id: idOf(row.id),
    code: row.code,
    name: row.name,
    displayName: row.display_name ?? undefined,
    description: row.description ?? undefined,
    state: row.state,
    supplyMethods: row.supply_methods,
    openings: row.time_availability.map(({ day_of_week: day, start_time: from, end_time: to }) => ({
      day,
      from,
      to,
    })),
    organisations: row.organisation_ids.map((id) => idOf(id)),
    minimum: row.minimum_amount ?? undefined,
    creatives: creativesOfJson(row.creatives),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
