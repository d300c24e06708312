import { hasCome, ofOnly, type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import {
  idOf,
  type OrganisationId,
  type PayoutId,
  type PurchaseId,
  parseGuid,
  type WalletId,
} from '../kit/id.ts'
import type { MethodType } from './payment-method.ts'
import type { Payout, PayoutState, ProviderName } from './payout.ts'

interface Row {
  readonly tenant: Tenant
  readonly id: string
  readonly purchase_id: string | null
  readonly wallet_id: string
  readonly currency: string
  readonly amount: bigint
  readonly state: PayoutState
  readonly medium: string | null
  readonly wanted_method: string | null
  readonly notes: string | null
  readonly money: Payout['money']
  readonly is_stopped: boolean
  readonly attempt: number
  readonly provider: ProviderName | null
  readonly method_type: MethodType | null
  readonly reason: string | null
  readonly next_at: Date | null
  readonly created_at: Date
  readonly updated_at: Date
}

function payoutOfRow(row: Row): Payout {
  return {
    tenant: row.tenant,
    id: idOf<PayoutId>(row.id),
    purchase: row.purchase_id === null ? undefined : idOf<PurchaseId>(row.purchase_id),
    wallet: idOf<WalletId>(row.wallet_id),
    currency: row.currency,
    amount: row.amount,
    state: row.state,
    money: row.money,
    isStopped: row.is_stopped,
    medium: row.medium ?? undefined,
    wantedMethod: row.wanted_method ?? undefined,
    notes: row.notes ?? undefined,
    attempt: row.attempt,
    provider: row.provider ?? undefined,
    methodType: row.method_type ?? undefined,
    reason: row.reason ?? undefined,
    nextAt: row.next_at ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function payoutById({ db, actor }: Work, id: string): Promise<Payout | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await db
    .selectFrom('payouts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', guid)
    .executeTakeFirst()
  return row && payoutOfRow(row)
}

/** Held until the end of the work. A purchase is locked before its payout, a wallet after it. */
export async function lockPayout({ db, actor }: Work, id: PayoutId): Promise<Payout | undefined> {
  const row = await db
    .selectFrom('payouts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && payoutOfRow(row)
}

/** The payout if nobody else holds it and it is still due. */
export async function claimPayout({ db, actor, at }: Work, id: PayoutId): Promise<Payout | undefined> {
  const row = await db
    .selectFrom('payouts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('next_at', '<=', at)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && payoutOfRow(row)
}

export interface PayoutChange {
  readonly state?: PayoutState
  readonly money?: Payout['money']
  readonly attempt?: number
  readonly provider?: ProviderName
  readonly methodType?: MethodType
  readonly reason?: string | null
  /** null: nobody needs to look at it again. */
  readonly nextAt: Date | null
}

export async function savePayout({ db, actor, at }: Work, id: PayoutId, change: PayoutChange): Promise<void> {
  const { state, money, attempt, provider, methodType, reason, nextAt } = change
  await db
    .updateTable('payouts')
    .set({
      ...(state !== undefined && { state }),
      ...(money !== undefined && { money }),
      ...(attempt !== undefined && { attempt }),
      ...(provider !== undefined && { provider }),
      ...(methodType !== undefined && { method_type: methodType }),
      ...(reason !== undefined && { reason }),
      next_at: nextAt,
      updated_at: at,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** What changes about a payout while it goes its way as before. */
export async function amendPayout(
  { db, actor, at }: Work,
  id: PayoutId,
  {
    amount,
    isStopped,
    wantedMethod,
    nextAt,
  }: {
    readonly amount?: bigint
    readonly isStopped?: boolean
    readonly wantedMethod?: string
    readonly nextAt?: Date
  },
): Promise<void> {
  await db
    .updateTable('payouts')
    .set({
      ...(amount !== undefined && { amount }),
      ...(isStopped !== undefined && { is_stopped: isStopped }),
      ...(wantedMethod !== undefined && { wanted_method: wantedMethod }),
      ...(nextAt !== undefined && { next_at: nextAt }),
      updated_at: at,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function insertOwnPayout({ db, actor, at }: Work, payout: Payout): Promise<void> {
  await db
    .insertInto('payouts')
    .values({
      tenant: actor.tenant,
      id: payout.id,
      purchase_id: null,
      wallet_id: payout.wallet,
      currency: payout.currency,
      amount: payout.amount,
      state: payout.state,
      medium: null,
      wanted_method: payout.wantedMethod ?? null,
      notes: payout.notes ?? null,
      provider: null,
      method_type: null,
      reason: null,
      next_at: at,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

const DUE = statement(
  'payouts_due',
  `select p.tenant, p.id, t.business_id as business, t.mode
     from payouts p join tenants t on t.tenant = p.tenant
    where ${hasCome('p.next_at', '$1')} and ${ofOnly('$3')}
    order by p.next_at limit $2::int`,
)

export interface DuePayout {
  readonly tenant: Tenant
  readonly id: PayoutId
  readonly business: OrganisationId
  readonly mode: Mode
}

/** Payouts that somebody has to look at, of all businesses, the longest due first. */
export function duePayouts(
  sql: Runner,
  { at, most, only }: { readonly at: Date; readonly most: number; readonly only: Tenant | undefined },
): Promise<readonly DuePayout[]> {
  return sql.run<DuePayout>(DUE, [at, most, only ?? null])
}

export interface PayoutFilter {
  readonly state?: PayoutState | undefined
  readonly wallet?: string | undefined
  readonly purchase?: string | undefined
  readonly provider?: ProviderName | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfPayouts(
  work: Work,
  filter: PayoutFilter,
  { page, size, order }: PageWanted,
): Promise<readonly Payout[]> {
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(payoutOfRow)
}

export async function countPayouts(work: Work, filter: PayoutFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered({ db, actor }: Work, { state, wallet, purchase, provider }: PayoutFilter) {
  return db
    .selectFrom('payouts')
    .where('tenant', '=', actor.tenant)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'PENDING'))
    .$if(wallet !== undefined, (q) => q.where('wallet_id', '=', wallet ?? ''))
    .$if(purchase !== undefined, (q) => q.where('purchase_id', '=', purchase ?? ''))
    .$if(provider !== undefined, (q) => q.where('provider', '=', provider ?? 'WALLET'))
}

/** Payouts that wait for the next file of credit transfers, held until the end of the work. */
export async function lockWaitingForFile({ db, actor }: Work, most: number): Promise<readonly Payout[]> {
  const rows = await db
    .selectFrom('payouts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('state', '=', 'PENDING')
    .where('provider', '=', 'SEPA')
    .where('next_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(payoutOfRow)
}

/** Holds the purchase: whatever ends in giving its spends back begins with it. */
export async function lockPurchaseOf({ db, actor }: Work, purchase: PurchaseId): Promise<void> {
  await db
    .selectFrom('purchases')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', purchase)
    .forUpdate()
    .execute()
}
