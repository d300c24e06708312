import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type AdjustmentId, idOf, parseGuid, type WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Adjustment, AdjustmentState, AdjustmentType, Hand } from './adjustment.ts'

interface Row {
  readonly id: string
  readonly reference_number: string | null
  readonly wallet_id: string
  readonly type: AdjustmentType
  readonly state: AdjustmentState
  readonly currency: string
  readonly amount: bigint
  readonly pool_id: string | null
  readonly expires_at: Date | null
  readonly reason: string
  readonly asked_by_kind: Hand['kind']
  readonly asked_by: string
  readonly decided_by_kind: Hand['kind'] | null
  readonly decided_by: string | null
  readonly decision_notes: string | null
  readonly created_at: Date
  readonly decided_at: Date | null
}

function adjustmentOfRow(row: Row): Adjustment {
  return {
    id: idOf(row.id),
    wallet: idOf(row.wallet_id),
    currency: row.currency,
    state: row.state,
    type: row.type,
    amount: row.amount,
    pool: row.pool_id === null ? undefined : idOf(row.pool_id),
    expiresAt: row.expires_at ?? undefined,
    reason: row.reason,
    reference: row.reference_number ?? undefined,
    askedBy: { kind: row.asked_by_kind, id: row.asked_by },
    decidedBy:
      row.decided_by_kind === null
        ? undefined
        : { kind: row.decided_by_kind, id: present(row.decided_by, 'who decided has an id') },
    decisionNotes: row.decision_notes ?? undefined,
    createdAt: row.created_at,
    decidedAt: row.decided_at ?? undefined,
  }
}

export async function insertAdjustment({ db, actor }: Work, adjustment: Adjustment): Promise<void> {
  await db
    .insertInto('adjustments')
    .values({
      tenant: actor.tenant,
      id: adjustment.id,
      reference_number: adjustment.reference ?? null,
      wallet_id: adjustment.wallet,
      type: adjustment.type,
      state: adjustment.state,
      currency: adjustment.currency,
      amount: adjustment.amount,
      pool_id: adjustment.pool ?? null,
      expires_at: adjustment.expiresAt ?? null,
      reason: adjustment.reason,
      asked_by_kind: adjustment.askedBy.kind,
      asked_by: adjustment.askedBy.id,
      decided_by_kind: null,
      decided_by: null,
      decision_notes: null,
      created_at: adjustment.createdAt,
      decided_at: adjustment.decidedAt ?? null,
    })
    .execute()
}

/** That somebody decided; an approved correction is of the wallet that the money went to. */
export async function saveDecision({ db, actor }: Work, adjustment: Adjustment): Promise<void> {
  const { id, state, wallet, expiresAt, decidedBy, decisionNotes, decidedAt } = adjustment
  await db
    .updateTable('adjustments')
    .set({
      state,
      wallet_id: wallet,
      expires_at: expiresAt ?? null,
      decided_by_kind: decidedBy?.kind ?? null,
      decided_by: decidedBy?.id ?? null,
      decision_notes: decisionNotes ?? null,
      decided_at: decidedAt ?? null,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function findAdjustment(work: Work, idOrReference: string): Promise<Adjustment | undefined> {
  const id = parseGuid(idOrReference)
  const row = await selectAll(work)
    .where((a) =>
      a.or([a('reference_number', '=', idOrReference), ...(id === undefined ? [] : [a('id', '=', id)])]),
    )
    .execute()
  const found = row.find((each) => each.id === id) ?? row[0]
  return found && adjustmentOfRow(found)
}

export async function adjustmentByReference(work: Work, reference: string): Promise<Adjustment | undefined> {
  const row = await selectAll(work).where('reference_number', '=', reference).executeTakeFirst()
  return row && adjustmentOfRow(row)
}

/** Held until the end of the work, so that it is decided once. It is locked before its wallet. */
export async function lockAdjustment(work: Work, id: AdjustmentId): Promise<Adjustment | undefined> {
  const row = await selectAll(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && adjustmentOfRow(row)
}

/** What a hand corrected of a wallet without anybody's approval. Read it while the wallet is held. */
export async function correctedAlone(
  { db, actor }: Work,
  { wallet, askedBy, since }: { readonly wallet: WalletId; readonly askedBy: Hand; readonly since: Date },
): Promise<bigint> {
  const { total } = await db
    .selectFrom('adjustments')
    .select(({ fn }) => fn.coalesce(fn.sum<bigint>('amount'), sql<bigint>`0`).as('total'))
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', '=', wallet)
    .where('state', '=', 'POSTED')
    .where('decided_by', 'is', null)
    .where('asked_by_kind', '=', askedBy.kind)
    .where('asked_by', '=', askedBy.id)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return BigInt(total)
}

export interface AdjustmentFilter {
  readonly wallets?: readonly WalletId[] | undefined
  readonly state?: AdjustmentState | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfAdjustments(
  work: Work,
  filter: AdjustmentFilter,
  { page, size, order }: PageWanted,
): Promise<readonly Adjustment[]> {
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(adjustmentOfRow)
}

export async function countAdjustments(work: Work, filter: AdjustmentFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function selectAll({ db, actor }: Work) {
  return db.selectFrom('adjustments').selectAll().where('tenant', '=', actor.tenant)
}

function filtered({ db, actor }: Work, { wallets, state }: AdjustmentFilter) {
  return db
    .selectFrom('adjustments')
    .where('tenant', '=', actor.tenant)
    .$if(wallets !== undefined, (q) => q.where('wallet_id', 'in', wallets ?? []))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'POSTED'))
}
