import { columnsOf, documentsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ClassificationId, ContactId, OrganisationId, PurchaseId, WalletId } from '../kit/id.ts'
import type { Explanation } from './explain.ts'
import type { Outcome, Purchase } from './purchase.ts'
import {
  cameBackOfJson,
  linesOfJson,
  linesToJson,
  outcomeOfJson,
  outcomeToJson,
  type StoredCameBack,
  type StoredLine,
  type StoredOutcome,
} from './stored-purchase.ts'

/** A purchase on its way to the disk, with its explanation. */
export interface NewPurchase {
  readonly purchase: Purchase
  readonly explanation: Explanation
}

const INSERT = statement(
  'purchases_insert',
  `insert into purchases (tenant, id, reference_number, merchant_id, venue_id, contact_id, wallet_id, classification_id, state,
                          reduction_method, currency, net, tax, discount, total, award, redeem, spend, date, created_at, content_hash,
                          lines, outcome, explain, details, decided)
   select tenant, id, reference_number, merchant_id, venue_id, contact_id, wallet_id, classification_id, 'POSTED',
          reduction_method, currency, net, tax, discount, total, award, redeem, spend, date, created_at, content_hash,
          lines::json, outcome::json, explain::json, details::json, decided
     from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[],
                 $10::text[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[],
                 $17::timestamptz[], $18::timestamptz[], $19::bytea[], string_to_array($20, chr(30), ''),
                 string_to_array($21, chr(30), ''), string_to_array($22, chr(30), ''), string_to_array($23, chr(30), ''),
                 $24::bigint[], $25::bigint[])
          as k(tenant, id, reference_number, merchant_id, venue_id, contact_id, wallet_id, classification_id, reduction_method,
               currency, net, tax, discount, total, award, spend, date, created_at, content_hash, lines, outcome, explain,
               details, decided, redeem)`,
)

export async function insertPurchases(sql: Runner, purchases: readonly NewPurchase[]): Promise<void> {
  if (purchases.length === 0) return
  const columns = columnsOf(
    purchases,
    ({ purchase }) => purchase.tenant,
    ({ purchase }) => purchase.id,
    ({ purchase }) => purchase.referenceNumber ?? null,
    ({ purchase }) => purchase.merchant,
    ({ purchase }) => purchase.venue ?? null,
    ({ purchase }) => purchase.contact ?? null,
    ({ purchase }) => purchase.wallet ?? null,
    ({ purchase }) => purchase.classification ?? null,
    ({ purchase }) => purchase.reductionMethod,
    ({ purchase }) => purchase.currency,
    ({ purchase }) => purchase.net ?? null,
    ({ purchase }) => purchase.tax ?? null,
    ({ purchase }) => purchase.discount ?? null,
    ({ purchase }) => purchase.total,
    ({ purchase }) => purchase.award,
    ({ purchase }) => purchase.spend,
    ({ purchase }) => purchase.date,
    ({ purchase }) => purchase.createdAt,
    ({ purchase }) => purchase.contentHash,
  )
  const documents = [
    ({ purchase }: NewPurchase) => JSON.stringify(linesToJson(purchase.lines)),
    ({ purchase }: NewPurchase) => JSON.stringify(outcomeToJson(purchase.outcome)),
    ({ explanation }: NewPurchase) => JSON.stringify(explanation),
    ({ purchase }: NewPurchase) => (purchase.details ? JSON.stringify(purchase.details) : ''),
  ].map((read) => documentsOf(purchases.map(read)))
  const others = columnsOf(
    purchases,
    ({ purchase }) => purchase.decided,
    ({ purchase }) => purchase.redeem,
  )
  await sql.run(INSERT, [...columns, ...documents, ...others])
}

const CLAIM = statement(
  'purchases_claim',
  `update purchases p
      set contact_id = k.contact_id, wallet_id = k.wallet_id, award = k.award, claimed_at = k.claimed_at, decided = k.decided,
          outcome = k.outcome::json, explain = k.explain::json
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::bigint[],
                 string_to_array($8, chr(30), ''), string_to_array($9, chr(30), ''))
          as k(tenant, id, contact_id, wallet_id, award, claimed_at, decided, outcome, explain)
    where p.tenant = k.tenant and p.id = k.id`,
)

/** What came of purchases of nobody once a contact claimed them. The rest of their rows stays as the till sent it. */
export async function saveClaimed(sql: Runner, purchases: readonly NewPurchase[]): Promise<void> {
  if (purchases.length === 0) return
  const columns = columnsOf(
    purchases,
    ({ purchase }) => purchase.tenant,
    ({ purchase }) => purchase.id,
    ({ purchase }) => purchase.contact ?? null,
    ({ purchase }) => purchase.wallet ?? null,
    ({ purchase }) => purchase.award,
    ({ purchase }) => purchase.claimedAt ?? null,
    ({ purchase }) => purchase.decided,
  )
  const outcomes = purchases.map(({ purchase }) => JSON.stringify(outcomeToJson(purchase.outcome)))
  const explanations = purchases.map(({ explanation }) => JSON.stringify(explanation))
  await sql.run(CLAIM, [...columns, documentsOf(outcomes), documentsOf(explanations)])
}

export interface PurchaseRow {
  readonly tenant: Tenant
  readonly id: string
  readonly reference_number: string | null
  readonly merchant_id: string
  readonly venue_id: string | null
  readonly contact_id: string | null
  readonly wallet_id: string | null
  readonly classification_id: string | null
  readonly state: Purchase['state']
  readonly reduction_method: Purchase['reductionMethod']
  readonly currency: string
  readonly net: bigint | null
  readonly tax: bigint | null
  readonly discount: bigint | null
  readonly total: bigint
  readonly award: bigint
  readonly redeem: bigint
  readonly spend: bigint
  readonly date: Date
  readonly created_at: Date
  readonly cancelled_at: Date | null
  readonly claimed_at: Date | null
  readonly self_submitted: boolean
  readonly came_back: object | null
  readonly returned: bigint
  readonly returned_award: bigint
  readonly returned_spend: bigint
  readonly returned_redeem: bigint
  readonly returned_debt: bigint
  readonly content_hash: Buffer
  readonly lines: object
  readonly outcome: object
  readonly details: object | null
  readonly decided: bigint
  readonly merged_from: string | null
}

export const PURCHASE_COLUMNS = [
  'tenant',
  'id',
  'reference_number',
  'merchant_id',
  'venue_id',
  'contact_id',
  'wallet_id',
  'classification_id',
  'state',
  'reduction_method',
  'currency',
  'net',
  'tax',
  'discount',
  'total',
  'award',
  'redeem',
  'spend',
  'date',
  'created_at',
  'cancelled_at',
  'claimed_at',
  'self_submitted',
  'came_back',
  'returned',
  'returned_award',
  'returned_spend',
  'returned_redeem',
  'returned_debt',
  'content_hash',
  'lines',
  'outcome',
  'details',
  'decided',
  'merged_from',
] as const

const SELECTED = PURCHASE_COLUMNS.map((column) => `p.${column}`).join(', ')

const BY_REFERENCE = statement(
  'purchases_by_reference',
  `select ${SELECTED}
     from unnest($1::int[], $2::uuid[], $3::text[]) as k(tenant, merchant_id, reference_number)
     join purchases p on p.tenant = k.tenant and p.merchant_id = k.merchant_id and p.reference_number = k.reference_number`,
)

const BY_ID = statement(
  'purchases_by_id',
  `select ${SELECTED}
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join purchases p on p.tenant = k.tenant and p.id = k.id`,
)

export async function purchasesByReference(
  sql: Runner,
  keys: readonly {
    readonly tenant: Tenant
    readonly merchant: OrganisationId
    readonly referenceNumber: string
  }[],
): Promise<readonly Purchase[]> {
  if (keys.length === 0) return []
  const rows = await sql.run<PurchaseRow>(
    BY_REFERENCE,
    columnsOf(
      keys,
      (k) => k.tenant,
      (k) => k.merchant,
      (k) => k.referenceNumber,
    ),
  )
  return rows.map(purchaseOfRow)
}

export async function purchasesById(
  sql: Runner,
  keys: readonly { readonly tenant: Tenant; readonly id: string }[],
): Promise<readonly Purchase[]> {
  if (keys.length === 0) return []
  const rows = await sql.run<PurchaseRow>(
    BY_ID,
    columnsOf(
      keys,
      (k) => k.tenant,
      (k) => k.id,
    ),
  )
  return rows.map(purchaseOfRow)
}

export function purchaseOfRow(row: PurchaseRow): Purchase {
  return {
    tenant: row.tenant,
    id: row.id as PurchaseId,
    referenceNumber: row.reference_number ?? undefined,
    merchant: row.merchant_id as OrganisationId,
    venue: (row.venue_id as OrganisationId | null) ?? undefined,
    contact: (row.contact_id as ContactId | null) ?? undefined,
    wallet: (row.wallet_id as WalletId | null) ?? undefined,
    classification: (row.classification_id as ClassificationId | null) ?? undefined,
    state: row.state,
    reductionMethod: row.reduction_method,
    currency: row.currency,
    net: row.net ?? undefined,
    tax: row.tax ?? undefined,
    discount: row.discount ?? undefined,
    total: row.total,
    award: row.award,
    redeem: row.redeem,
    spend: row.spend,
    date: row.date,
    createdAt: row.created_at,
    cancelledAt: row.cancelled_at ?? undefined,
    claimedAt: row.claimed_at ?? undefined,
    selfSubmitted: row.self_submitted,
    cameBack: cameBackOfJson(row.came_back as StoredCameBack | null),
    returned: row.returned,
    returnedAward: row.returned_award,
    returnedSpend: row.returned_spend,
    returnedRedeem: row.returned_redeem,
    returnedDebt: row.returned_debt,
    contentHash: row.content_hash,
    lines: linesOfJson(row.lines as readonly StoredLine[]),
    outcome: outcomeOfRow(row),
    details: (row.details as Purchase['details'] | null) ?? undefined,
    decided: row.decided,
  }
}

/** What it counted for a contact that was merged since counts for the one that is left. */
function outcomeOfRow({ tenant, contact_id: contact, merged_from, outcome: json }: PurchaseRow): Outcome {
  const outcome = outcomeOfJson(tenant, json as StoredOutcome)
  if (merged_from === null || contact === null) return outcome
  const counted = outcome.counted.map((each) =>
    each.ref.subject === merged_from ? { ...each, ref: { ...each.ref, subject: contact } } : each,
  )
  return { ...outcome, counted }
}
