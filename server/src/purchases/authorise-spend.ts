import { type Database, transact } from '../db/index.ts'
import { Refusal } from '../kit/error.ts'
import { type HashCode, judgeCode, type SpendToken } from '../tokens/index.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

/**
 * The token of the purchase's one-time code. It is judged before the purchase is, in a transaction of its own: a wrong code has to be
 * counted even though the purchase that it came with is refused.
 */
export async function authoriseSpend(
  database: Database,
  { command, contact, contactName, place }: PreparedPurchase,
  { otp, hash }: { readonly otp: string; readonly hash: HashCode },
): Promise<SpendToken> {
  const sent = {
    code: otp,
    contact: contact && { key: contact, name: contactName },
    place: (place.venue ?? place.merchant).id,
  }
  const judged = await transact(database, command, (work) => judgeCode(work, sent, hash))
  if (judged instanceof Refusal) throw judged
  return judged
}
