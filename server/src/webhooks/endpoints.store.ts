import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { idOf, parseGuid, type WebhookEndpointId } from '../kit/id.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

export async function insertEndpoint({ db }: Work, endpoint: WebhookEndpoint): Promise<void> {
  await db
    .insertInto('webhook_endpoints')
    .values({
      tenant: endpoint.tenant,
      id: endpoint.id,
      created_at: endpoint.createdAt,
      ...changeable(endpoint),
    })
    .execute()
}

export async function saveEndpoint({ db, actor }: Work, endpoint: WebhookEndpoint): Promise<void> {
  await db
    .updateTable('webhook_endpoints')
    .set(changeable(endpoint))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', endpoint.id)
    .execute()
}

export async function markDeleted({ db, actor, at }: Work, id: WebhookEndpointId): Promise<void> {
  await db
    .updateTable('webhook_endpoints')
    .set({ deleted_at: at, state: 'DISABLED', reason: 'deleted' })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

function changeable(endpoint: WebhookEndpoint) {
  return {
    url: endpoint.url,
    description: endpoint.description ?? null,
    event_types: sql<string[]>`${[...endpoint.eventTypes]}::text[]`,
    state: endpoint.state,
    reason: endpoint.reason ?? null,
    secret: endpoint.secret,
    former_secret: endpoint.former?.secret ?? null,
    former_until: endpoint.former?.until ?? null,
    failing_since: endpoint.failingSince ?? null,
    updated_at: endpoint.updatedAt,
  }
}

export async function pageOfEndpoints(
  work: Work,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<WebhookEndpoint[]> {
  const rows = await selectEndpoints(work)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(endpointOfRow)
}

export async function countEndpoints(work: Work): Promise<number> {
  const { total } = await selectEndpoints(work)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findEndpoint(work: Work, id: string): Promise<WebhookEndpoint | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectEndpoints(work).where('id', '=', guid).executeTakeFirst()
  return row && endpointOfRow(row)
}

/** Held until the end of the work, so that no change of it is lost. */
export async function lockEndpoint(work: Work, id: string): Promise<WebhookEndpoint | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectEndpoints(work).where('id', '=', guid).forNoKeyUpdate().executeTakeFirst()
  return row && endpointOfRow(row)
}

function selectEndpoints({ db, actor }: Work) {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is', null)
}

type EndpointRow = Awaited<ReturnType<ReturnType<typeof selectEndpoints>['execute']>>[number]

function endpointOfRow(row: EndpointRow): WebhookEndpoint {
  return {
    tenant: row.tenant,
    id: idOf<WebhookEndpointId>(row.id),
    url: row.url,
    description: row.description ?? undefined,
    eventTypes: row.event_types,
    state: row.state,
    reason: row.reason ?? undefined,
    secret: row.secret,
    former:
      row.former_secret && row.former_until
        ? { secret: row.former_secret, until: row.former_until }
        : undefined,
    failingSince: row.failing_since ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
