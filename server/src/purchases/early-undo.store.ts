import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, newId, type OrganisationId } from '../kit/id.ts'
import type { ReturnBody } from './purchase-body.ts'

/** What is to be undone of a purchase that has not arrived. */
export type Asked =
  | { readonly kind: 'VOID'; readonly reason?: string | undefined }
  | { readonly kind: 'RETURN'; readonly body: ReturnBody; readonly hash: string }

/** A void or return that came before its purchase. */
export interface EarlyUndo {
  readonly tenant: Tenant
  readonly id: string
  /** The reference number or id of the purchase. */
  readonly name: string
  /** Only a purchase of this merchant or venue is meant; undefined: of any of the business. */
  readonly within: OrganisationId | undefined
  readonly asked: Asked
}

/** What became of it when the purchase arrived. */
export interface SettledUndo {
  readonly tenant: Tenant
  readonly id: string
  readonly state: 'APPLIED' | 'REFUSED'
  readonly reason: string | undefined
  readonly purchase: string
}

export interface PurchaseName {
  readonly tenant: Tenant
  readonly name: string
}

const LOCK = statement(
  'purchases_lock_names',
  `select pg_advisory_xact_lock(n.key)
     from (select distinct hashtextextended(k.tenant || '|' || k.name, 0) as key
             from unnest($1::int[], $2::text[]) as k(tenant, name) order by key offset 0) n`,
)

/** So that a purchase and what was kept for it under its name cannot pass each other unseen. Before all other locks. */
export async function lockNames(sql: Runner, names: readonly PurchaseName[]): Promise<void> {
  if (names.length === 0) return
  await sql.run(LOCK, keysOf(names))
}

const WAITING = statement(
  'purchases_early_undos',
  `select e.tenant, e.id, e.name, e.within, e.content
     from (select distinct tenant, name from unnest($1::int[], $2::text[]) as n(tenant, name)) k
     join early_undos e on e.tenant = k.tenant and e.name = k.name and e.state = 'AWAITING_PURCHASE'
    order by e.created_at, e.id`,
)

interface Row {
  readonly tenant: Tenant
  readonly id: string
  readonly name: string
  readonly within: string | null
  readonly content: Asked
}

/** Read after their names are locked, in the order they came. */
export async function waitingFor(sql: Runner, names: readonly PurchaseName[]): Promise<readonly EarlyUndo[]> {
  if (names.length === 0) return []
  const rows = await sql.run<Row>(WAITING, keysOf(names))
  return rows.map(({ tenant, id, name, within, content }) => ({
    tenant,
    id,
    name,
    within: within === null ? undefined : idOf<OrganisationId>(within),
    asked: content,
  }))
}

function keysOf(names: readonly PurchaseName[]): string[] {
  return columnsOf(
    names,
    ({ tenant }) => tenant,
    ({ name }) => name,
  )
}

export async function insertEarlyUndo(
  { db, actor, at }: Work,
  { name, asked }: { readonly name: string; readonly asked: Asked },
): Promise<string> {
  const id = newId<string>()
  await db
    .insertInto('early_undos')
    .values({
      tenant: actor.tenant,
      id,
      kind: asked.kind,
      name,
      within: actor.within ?? null,
      content: JSON.stringify(asked),
      state: 'AWAITING_PURCHASE',
      created_at: at,
    })
    .execute()
  return id
}

const SETTLE = statement(
  'purchases_settle_early_undos',
  `update early_undos e set state = k.state, reason = k.reason, purchase_id = k.purchase_id, settled_at = k.at
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[])
          as k(tenant, id, state, reason, purchase_id, at)
    where e.tenant = k.tenant and e.id = k.id`,
)

export async function settleEarlyUndos(
  sql: Runner,
  settled: readonly SettledUndo[],
  at: Date,
): Promise<void> {
  if (settled.length === 0) return
  await sql.run(
    SETTLE,
    columnsOf(
      settled,
      ({ tenant }) => tenant,
      ({ id }) => id,
      ({ state }) => state,
      ({ reason }) => reason ?? null,
      ({ purchase }) => purchase,
      () => at,
    ),
  )
}
