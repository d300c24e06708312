import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { idOf, parseGuid, type TopupId, type WalletId } from '../kit/id.ts'
import type { Topup, TopupMethod, TopupState } from './topup.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly wallet_id: string
  readonly organisation_id: string
  readonly currency: string
  readonly amount: bigint
  readonly pool_id: string | null
  readonly payment_method: string
  readonly payment_method_id: string | null
  readonly topup_date: Date
  readonly notes: string | null
  readonly lot_id: string
  readonly state: TopupState
  readonly reason: string | null
  readonly created_at: Date
  readonly cancelled_at: Date | null
}

function topupOfRow(row: Row): Topup {
  return {
    id: idOf(row.id),
    code: row.code,
    wallet: idOf(row.wallet_id),
    organisation: idOf(row.organisation_id),
    currency: row.currency,
    amount: row.amount,
    pool: row.pool_id === null ? undefined : idOf(row.pool_id),
    method: row.payment_method as TopupMethod,
    methodId: row.payment_method_id ?? undefined,
    date: row.topup_date,
    notes: row.notes ?? undefined,
    lot: idOf(row.lot_id),
    state: row.state,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    cancelledAt: row.cancelled_at ?? undefined,
  }
}

export async function insertTopup({ db, actor }: Work, topup: Topup): Promise<void> {
  await db
    .insertInto('topups')
    .values({
      tenant: actor.tenant,
      id: topup.id,
      code: topup.code,
      wallet_id: topup.wallet,
      organisation_id: topup.organisation,
      currency: topup.currency,
      amount: topup.amount,
      pool_id: topup.pool ?? null,
      payment_method: topup.method,
      payment_method_id: topup.methodId ?? null,
      topup_date: topup.date,
      notes: topup.notes ?? null,
      lot_id: topup.lot,
      state: topup.state,
      created_at: topup.createdAt,
    })
    .execute()
}

export async function saveCancelled({ db, actor }: Work, { id, reason, cancelledAt }: Topup): Promise<void> {
  await db
    .updateTable('topups')
    .set({ state: 'CANCELLED', reason: reason ?? null, cancelled_at: cancelledAt ?? null })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** By id or code, among those that the caller may see. */
export async function findTopup(work: Work, idOrCode: string): Promise<Topup | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await visible(work)
    .selectAll()
    .where((t) => t.or([t('code', '=', idOrCode), ...(id === undefined ? [] : [t('id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && topupOfRow(row)
}

/** What took the id or the code, whoever asked for it. */
export async function topupNamed(
  { db, actor }: Work,
  { id, code }: Pick<Topup, 'id' | 'code'>,
): Promise<Topup | undefined> {
  const row = await db
    .selectFrom('topups')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where((t) => t.or([t('id', '=', id), t('code', '=', code)]))
    .executeTakeFirst()
  return row && topupOfRow(row)
}

/** Held until the end of the work, so that it is voided once. It is locked before its wallet. */
export async function lockTopup({ db, actor }: Work, id: TopupId): Promise<Topup> {
  const row = await db
    .selectFrom('topups')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return topupOfRow(row)
}

/** What was granted to a wallet and stands. Read it while the wallet is held. */
export async function grantedSince({ db, actor }: Work, wallet: WalletId, since: Date): Promise<bigint> {
  const { total } = await db
    .selectFrom('topups')
    .select(({ fn }) => fn.coalesce(fn.sum<bigint>('amount'), sql<bigint>`0`).as('total'))
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', '=', wallet)
    .where('payment_method', '=', 'GRANT')
    .where('state', '=', 'POSTED')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return BigInt(total)
}

/** What of each top-up, or of what was redeemed of it, a void found spent already. */
export async function owedOf(
  { db, actor }: Work,
  topups: readonly TopupId[],
): Promise<ReadonlyMap<string, bigint>> {
  if (topups.length === 0) return new Map()
  const rows = await db
    .selectFrom('transfers')
    .select(['journal_id', sql<bigint>`sum(amount)::bigint`.as('amount')])
    .where('tenant', '=', actor.tenant)
    .where('journal_id', 'in', topups)
    .where('kind', 'in', ['TOP_UP_REVERSAL_TO_DEBT', 'REDEEM_IN_REVERSAL_TO_DEBT'])
    .groupBy('journal_id')
    .execute()
  return new Map(rows.map(({ journal_id, amount }) => [journal_id, amount]))
}

export interface TopupFilter {
  readonly wallets?: readonly WalletId[] | undefined
  readonly code?: string | undefined
  readonly state?: TopupState | undefined
  readonly method?: TopupMethod | undefined
  readonly from: Date | undefined
  readonly before: Date | undefined
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfTopups(
  work: Work,
  filter: TopupFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<readonly Topup[]> {
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('created_at', order === 'ASC' ? 'asc' : 'desc')
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(topupOfRow)
}

export async function countTopups(work: Work, filter: TopupFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** A key of one merchant or venue sees what was taken there and in the merchant's venues. */
function visible({ db, actor: { tenant, within } }: Work) {
  return db
    .selectFrom('topups')
    .where('tenant', '=', tenant)
    .$if(within !== undefined, (q) =>
      q.where(({ eb, selectFrom }) =>
        eb.or([
          eb('organisation_id', '=', within ?? ''),
          eb(
            'organisation_id',
            'in',
            selectFrom('organisations')
              .select('organisations.id')
              .where('organisations.tenant', '=', tenant)
              .where('organisations.parent_id', '=', within ?? ''),
          ),
        ]),
      ),
    )
}

function filtered(work: Work, { wallets, code, state, method, from, before }: TopupFilter) {
  return visible(work)
    .$if(wallets !== undefined, (q) => q.where('wallet_id', 'in', wallets ?? []))
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'POSTED'))
    .$if(method !== undefined, (q) => q.where('payment_method', '=', method ?? ''))
    .$if(from !== undefined, (q) => q.where('topup_date', '>=', from ?? null))
    .$if(before !== undefined, (q) => q.where('topup_date', '<', before ?? null))
}
