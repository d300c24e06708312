import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import { type ContactId, idOf, type OrganisationId, type PurchaseId, type ReturnId } from '../kit/id.ts'
import { decisionTime } from './decision-time.ts'
import {
  awardsTakenBack,
  type ExplainedBack,
  type GoodsReturn,
  type ReturnPart,
  spendsGivenBack,
} from './goods-return.ts'

/** A return on its way to the disk, with what was asked and how it was answered, so that a repeated request gets the same. */
export interface NewReturn {
  readonly tenant: number
  readonly goods: GoodsReturn
  readonly hash: Buffer
  readonly content: object | undefined
  readonly answer: object | undefined
  readonly at: Date
}

export interface FoundReturn {
  readonly goods: GoodsReturn
  readonly hash: Buffer
  readonly content: unknown
  readonly answer: unknown
}

/** The parts as a replay of the history reads them. */
interface StoredPart {
  readonly purchase: string
  readonly amount: number
  readonly award: number
  readonly spend: number
}

export async function findReturn(
  work: Work,
  merchant: OrganisationId,
  referenceNumber: string,
): Promise<FoundReturn | undefined> {
  const row = await selectReturns(work)
    .where('r.merchant_id', '=', merchant)
    .where('r.reference_number', '=', referenceNumber)
    .executeTakeFirst()
  if (!row) return undefined
  const [goods] = await withParts(work, [row])
  return goods && { goods, hash: row.content_hash, content: row.content, answer: row.answer }
}

export async function returnById(work: Work, id: string): Promise<GoodsReturn | undefined> {
  const row = await selectReturns(work).where('r.id', '=', id).executeTakeFirst()
  return row && (await withParts(work, [row]))[0]
}

/** The returns that took something of the purchase, in the order they came. */
export async function returnsOf(work: Work, purchase: PurchaseId): Promise<readonly GoodsReturn[]> {
  const rows = await selectReturns(work)
    .innerJoin('return_parts as p', (on) =>
      on.onRef('p.tenant', '=', 'r.tenant').onRef('p.return_id', '=', 'r.id'),
    )
    .where('p.purchase_id', '=', purchase)
    .orderBy('r.decided')
    .orderBy('r.id')
    .execute()
  return withParts(work, rows)
}

/** Returns of a purchase that was claimed since count in the order of decisions as if they came after the claim. */
export async function returnsFollowClaim({ db, actor }: Work, purchase: PurchaseId): Promise<void> {
  await db
    .updateTable('returns')
    .set({ decided: decisionTime() })
    .where('tenant', '=', actor.tenant)
    .where('purchase_id', '=', purchase)
    .execute()
}

function selectReturns({ db, actor }: Work) {
  return db.selectFrom('returns as r').selectAll('r').where('r.tenant', '=', actor.tenant)
}

type ReturnRow = Awaited<ReturnType<ReturnType<typeof selectReturns>['execute']>>[number]

async function withParts({ db, actor }: Work, rows: readonly ReturnRow[]): Promise<GoodsReturn[]> {
  if (rows.length === 0) return []
  const parts = await db
    .selectFrom('return_parts')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where(
      'return_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('purchase_id', 'in', [...new Set(rows.flatMap(purchasesOf))])
    .execute()
  return rows.map((row) => {
    const byPurchase = new Map(
      parts.filter((part) => part.return_id === row.id).map((part) => [part.purchase_id, part]),
    )
    return {
      id: idOf<ReturnId>(row.id),
      referenceNumber: row.reference_number ?? undefined,
      merchant: idOf<OrganisationId>(row.merchant_id),
      venue: row.venue_id === null ? undefined : idOf<OrganisationId>(row.venue_id),
      contact: row.contact_id === null ? undefined : idOf<ContactId>(row.contact_id),
      purchase: row.purchase_id === null ? undefined : idOf<PurchaseId>(row.purchase_id),
      currency: row.currency,
      date: row.date,
      returnAmount: row.return_amount,
      unmatched: row.unmatched,
      parts: purchasesOf(row).flatMap((purchase): ReturnPart[] => {
        const part = byPurchase.get(purchase)
        if (!part) return []
        const { goods, award, debt, spend, redeem, explain } = part
        const because = explain as readonly ExplainedBack[]
        return [{ purchase, amount: goods, award, debt, spend, redeem, explain: because }]
      }),
    }
  })
}

function purchasesOf({ parts }: Pick<ReturnRow, 'parts'>): string[] {
  return (parts as readonly StoredPart[]).map(({ purchase }) => purchase)
}

const INSERT = statement(
  'purchases_insert_returns',
  `insert into returns (tenant, id, reference_number, merchant_id, venue_id, contact_id, purchase_id, currency, return_amount,
                        return_spent_amount, amount, unmatched, parts, content_hash, content, answer, date, created_at, decided)
   select tenant, id, reference_number, merchant_id, venue_id, contact_id, purchase_id, currency, return_amount,
          return_spent_amount, amount, unmatched, parts::json, content_hash, content::json, answer::json, date, created_at, decided
     from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[],
                 $10::bigint[], $11::bigint[], $12::bigint[], $13::text[], $14::bytea[], $15::text[], $16::text[],
                 $17::timestamptz[], $18::timestamptz[], $19::bigint[])
          as k(tenant, id, reference_number, merchant_id, venue_id, contact_id, purchase_id, currency, return_amount,
               return_spent_amount, amount, unmatched, parts, content_hash, content, answer, date, created_at, decided)`,
)

const INSERT_PARTS = statement(
  'purchases_insert_return_parts',
  `insert into return_parts (tenant, purchase_id, return_id, goods, award, debt, spend, explain, redeem)
   select tenant, purchase_id, return_id, goods, award, debt, spend, explain::json, redeem
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[],
                 $9::bigint[])
          as k(tenant, purchase_id, return_id, goods, award, debt, spend, explain, redeem)`,
)

export async function insertReturns(sql: Runner, returns: readonly NewReturn[]): Promise<void> {
  if (returns.length === 0) return
  const parts = returns.flatMap(({ tenant, goods }) => goods.parts.map((part) => ({ tenant, goods, part })))
  await Promise.all([
    sql.run(
      INSERT,
      columnsOf(
        returns,
        ({ tenant }) => tenant,
        ({ goods }) => goods.id,
        ({ goods }) => goods.referenceNumber ?? null,
        ({ goods }) => goods.merchant,
        ({ goods }) => goods.venue ?? null,
        ({ goods }) => goods.contact ?? null,
        ({ goods }) => goods.purchase ?? null,
        ({ goods }) => goods.currency,
        ({ goods }) => goods.returnAmount,
        ({ goods }) => spendsGivenBack(goods),
        ({ goods }) => awardsTakenBack(goods),
        ({ goods }) => goods.unmatched,
        ({ goods }) => JSON.stringify(goods.parts.map(storedPart)),
        ({ hash }) => hash,
        ({ content }) => (content === undefined ? null : JSON.stringify(content)),
        ({ answer }) => (answer === undefined ? null : JSON.stringify(answer)),
        ({ goods }) => goods.date,
        ({ at }) => at,
        () => decisionTime(),
      ),
    ),
    sql.run(
      INSERT_PARTS,
      columnsOf(
        parts,
        ({ tenant }) => tenant,
        ({ part }) => part.purchase,
        ({ goods }) => goods.id,
        ({ part }) => part.amount,
        ({ part }) => part.award,
        ({ part }) => part.debt,
        ({ part }) => part.spend,
        ({ part }) => JSON.stringify(part.explain),
        ({ part }) => part.redeem,
      ),
    ),
  ])
}

function storedPart({ purchase, amount, award, spend }: ReturnPart): StoredPart {
  return { purchase, amount: Number(amount), award: Number(award), spend: Number(spend) }
}
