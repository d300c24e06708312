import type { Work } from '../db/index.ts'
import { type ContactId, idOf, type OrganisationId, type ReturnId } from '../kit/id.ts'
import { decisionTime } from './decision-time.ts'
import { awardsTakenBack, type GoodsReturn, spendsGivenBack } from './goods-return.ts'

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
): Promise<{ readonly goods: GoodsReturn; readonly hash: Buffer } | undefined> {
  const row = await work.db
    .selectFrom('returns')
    .selectAll()
    .where('tenant', '=', work.actor.tenant)
    .where('merchant_id', '=', merchant)
    .where('reference_number', '=', referenceNumber)
    .executeTakeFirst()
  if (!row) return undefined
  const parts = row.parts as readonly StoredPart[]
  const goods: GoodsReturn = {
    id: idOf<ReturnId>(row.id),
    referenceNumber: row.reference_number ?? undefined,
    merchant: idOf<OrganisationId>(row.merchant_id),
    venue: row.venue_id === null ? undefined : idOf<OrganisationId>(row.venue_id),
    contact: idOf<ContactId>(row.contact_id ?? ''),
    currency: row.currency,
    date: row.date,
    returnAmount: row.return_amount,
    unmatched: row.unmatched,
    parts: parts.map(({ purchase, amount, award, spend }) => ({
      purchase,
      amount: BigInt(amount),
      award: BigInt(award),
      spend: BigInt(spend),
    })),
  }
  return { goods, hash: row.content_hash }
}

export async function insertReturn(work: Work, goods: GoodsReturn, hash: Buffer): Promise<void> {
  const parts: StoredPart[] = goods.parts.map(({ purchase, amount, award, spend }) => ({
    purchase,
    amount: Number(amount),
    award: Number(award),
    spend: Number(spend),
  }))
  await work.db
    .insertInto('returns')
    .values({
      tenant: work.actor.tenant,
      id: goods.id,
      reference_number: goods.referenceNumber ?? null,
      merchant_id: goods.merchant,
      venue_id: goods.venue ?? null,
      contact_id: goods.contact,
      currency: goods.currency,
      return_amount: goods.returnAmount,
      return_spent_amount: spendsGivenBack(goods),
      amount: awardsTakenBack(goods),
      unmatched: goods.unmatched,
      parts: JSON.stringify(parts),
      content_hash: hash,
      date: goods.date,
      created_at: work.at,
      decided: decisionTime(),
    })
    .execute()
}
