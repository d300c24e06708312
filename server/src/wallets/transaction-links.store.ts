import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** An order as a line of a wallet names it. */
export interface OrderBehind {
  readonly journal: string
  readonly id: string
  readonly number: string
  readonly total: bigint
  readonly submittedAt: Date
  readonly placeId: string
  readonly placeName: string
}

/** The orders among the journals: of the purchase that completed one, and of the money that was set aside for one. */
export async function ordersBehind(
  { db, actor: { tenant } }: Work,
  journals: readonly string[],
): Promise<readonly OrderBehind[]> {
  if (journals.length === 0) return []
  const ids = idsOf(journals)
  const { rows } = await sql<OrderBehind>`
    select k.journal, o.id, o.number, o.total, o.submitted_at as "submittedAt", p.id as "placeId", p.name as "placeName"
      from (select purchase_id as journal, id from orders where tenant = ${tenant} and purchase_id in (${ids})
            union all
            select id, entity_id from wallet_blocks where tenant = ${tenant} and entity = 'ORDER' and id in (${ids})) k
      join orders o on o.tenant = ${tenant} and o.id = k.id
      join organisations p on p.tenant = ${tenant} and p.id = coalesce(o.venue_id, o.merchant_id)`.execute(db)
  return rows
}

export interface BlockBehind {
  readonly journal: string
  readonly entityId: string
  readonly entity: string
  readonly expiresAt: Date
}

/** The blocks among the journals, with what the money was set aside for. */
export async function blocksBehind(
  { db, actor }: Work,
  journals: readonly string[],
): Promise<readonly BlockBehind[]> {
  if (journals.length === 0) return []
  return db
    .selectFrom('wallet_blocks')
    .select(['id as journal', 'entity_id as entityId', 'entity', 'expires_at as expiresAt'])
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', journals)
    .execute()
}

/** One end of a transfer between wallets: the wallet, and whose it was. */
export interface TransferEnd {
  readonly wallet: string
  readonly walletCode: string
  readonly contact: string
  readonly contactCode: string
  readonly firstName: string | null
  readonly lastName: string | null
}

export interface TransferBehind {
  readonly journal: string
  readonly pool: string | null
  readonly origin: TransferEnd
  readonly destination: TransferEnd
}

/** The transfers among the journals, with both ends. */
export async function transfersBehind(
  { db, actor: { tenant } }: Work,
  journals: readonly string[],
): Promise<readonly TransferBehind[]> {
  if (journals.length === 0) return []
  const { rows: transfers } = await sql<{ journal: string; pool: string | null; from: string; to: string }>`
    select id as journal, pool_id as pool, origin_id as "from", destination_id as "to"
      from wallet_transfers where tenant = ${tenant} and id in (${idsOf(journals)})`.execute(db)
  if (transfers.length === 0) return []
  const { rows: ends } = await sql<TransferEnd>`
    select w.id as wallet, w.code as "walletCode", c.id as contact, c.code as "contactCode",
           c.first_name as "firstName", c.last_name as "lastName"
      from wallets w join contacts c on c.tenant = w.tenant and c.id = w.contact_id
     where w.tenant = ${tenant} and w.id in (${idsOf([...new Set(transfers.flatMap(({ from, to }) => [from, to]))])})`.execute(
    db,
  )
  const endOf = new Map(ends.map((end) => [end.wallet, end]))
  return transfers.flatMap(({ journal, pool, from, to }) => {
    const [origin, destination] = [endOf.get(from), endOf.get(to)]
    return origin && destination ? [{ journal, pool, origin, destination }] : []
  })
}

export interface SpendBehind {
  readonly journal: string
  readonly lot: string
  readonly method: string
}

/** How the money of each lot came to be spent on the purchases among the journals. */
export async function spendsBehind(
  { db, actor: { tenant } }: Work,
  journals: readonly string[],
): Promise<readonly SpendBehind[]> {
  if (journals.length === 0) return []
  const { rows } = await sql<SpendBehind>`
    select p.id as journal, s ->> 'lot' as lot, s ->> 'method' as method
      from purchases p cross join lateral json_array_elements(p.outcome -> 'spends') s
     where p.tenant = ${tenant} and p.id in (${idsOf(journals)})`.execute(db)
  return rows
}

function idsOf(ids: readonly string[]) {
  return sql.join(ids.map((id) => sql`${id}::uuid`))
}
