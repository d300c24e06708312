import { hasCome, ofOnly, type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { idOf, type OrganisationId, type WalletBlockId } from '../kit/id.ts'
import type { BlockState, WalletBlock } from './wallet-block.ts'

export async function insertBlock({ db, actor, at }: Work, block: WalletBlock): Promise<void> {
  await db
    .insertInto('wallet_blocks')
    .values({
      tenant: actor.tenant,
      id: block.id,
      wallet_id: block.wallet,
      currency: block.currency,
      amount: block.amount,
      entity: block.entity,
      entity_id: block.entityId,
      state: block.state,
      expires_at: block.expiresAt,
      is_counted: block.countedAt !== undefined,
      created_at: at,
    })
    .execute()
}

/** The newest block of an order or estimate, held until the work ends. It is locked before its wallet. */
export async function lockBlockOf(work: Work, entityId: string): Promise<WalletBlock | undefined> {
  const row = await all(work)
    .where('entity_id', '=', entityId)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && blockOfRow(row)
}

export async function lockBlock(work: Work, id: WalletBlockId): Promise<WalletBlock | undefined> {
  const row = await all(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && blockOfRow(row)
}

/** The newest blocks of orders or estimates, by their ids. */
export async function blocksOf(
  work: Work,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, WalletBlock>> {
  if (entityIds.length === 0) return new Map()
  const rows = await all(work).where('entity_id', 'in', entityIds).orderBy('id').execute()
  return new Map(rows.map((row) => [row.entity_id, blockOfRow(row)]))
}

export async function endBlock(
  { db, actor, at }: Work,
  { id }: WalletBlock,
  state: Exclude<BlockState, 'BLOCKED'>,
): Promise<void> {
  await db
    .updateTable('wallet_blocks')
    .set({ state, ended_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** It stays for longer, or for something else. */
export async function keepBlock(
  { db, actor }: Work,
  { id, entity, entityId, expiresAt }: WalletBlock,
): Promise<void> {
  await db
    .updateTable('wallet_blocks')
    .set({ entity, entity_id: entityId, expires_at: expiresAt })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** A block whose time is over, with what work on its tenant needs. */
export interface DueBlock {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
  readonly id: WalletBlockId
}

const DUE = statement(
  'wallet_blocks_due',
  `select b.tenant, t.business_id as business, t.mode, b.id
     from wallet_blocks b join tenants t on t.tenant = b.tenant
    where b.state = 'BLOCKED' and ${hasCome('b.expires_at', '$1')} and ${ofOnly('$3')}
    order by b.expires_at limit $2::int`,
)

export function dueBlocks(
  sql: Runner,
  { at, most, only }: { readonly at: Date; readonly most: number; readonly only: Tenant | undefined },
): Promise<readonly DueBlock[]> {
  return sql.run<DueBlock>(DUE, [at, most, only ?? null])
}

function all({ db, actor }: Work) {
  return db.selectFrom('wallet_blocks').selectAll().where('tenant', '=', actor.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function blockOfRow(row: Row): WalletBlock {
  return {
    id: idOf(row.id),
    wallet: idOf(row.wallet_id),
    currency: row.currency,
    amount: row.amount,
    entity: row.entity,
    entityId: row.entity_id,
    state: row.state,
    expiresAt: row.expires_at,
    countedAt: row.is_counted ? row.created_at : undefined,
  }
}
