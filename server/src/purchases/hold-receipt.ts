import type { Work } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import { codeOf, idsOfCode, type OrganisationId } from '../kit/id.ts'
import { lockNames, waitingFor } from './early-undo.store.ts'
import { visiblePurchases } from './find-purchase.ts'
import type { Purchase } from './purchase.ts'
import { PURCHASE_COLUMNS, purchaseOfRow } from './purchases.store.ts'
import type { CodeSigner, SignedCode } from './receipt-codes.ts'

/** What stands on a receipt: the merchant, and the number; of a purchase without a number, its code. */
export interface HeldReceipt {
  readonly merchant: OrganisationId
  readonly receipt: string
}

/**
 * The purchase of a receipt, held until the end of the work. So is its number, whether or not there is a purchase: the till cannot
 * send one under it meanwhile.
 */
export async function holdReceipt(
  work: Work,
  { merchant, receipt }: HeldReceipt,
): Promise<Purchase | undefined> {
  await lockNames(work.sql, [{ tenant: work.actor.tenant, name: receipt }])
  const ofMerchant = held(work).where('merchant_id', '=', merchant)
  const [byNumber] = await ofMerchant.where('reference_number', '=', receipt).execute()
  if (byNumber) return purchaseOfRow(byNumber)
  const range = idsOfCode(receipt)
  if (!range) return undefined
  const byCode = await ofMerchant
    .where('reference_number', 'is', null)
    .where('id', '>=', range.first)
    .where('id', '<=', range.last)
    .limit(2)
    .execute()
  // Two made within the same instant have the same code: it names neither.
  const [row] = byCode
  return row && byCode.length === 1 ? purchaseOfRow(row) : undefined
}

/** Refuses a receipt that the till voided before it sent it. Its number is held. */
export async function refuseVoided(
  { sql, actor }: Work,
  { merchant, venue, receipt }: HeldReceipt & { readonly venue: OrganisationId | undefined },
): Promise<void> {
  const waiting = await waitingFor(sql, [{ tenant: actor.tenant, name: receipt }])
  const isMeant = (within: OrganisationId | undefined) =>
    within === undefined || within === merchant || within === venue
  if (!waiting.some(({ asked, within }) => asked.kind === 'VOID' && isMeant(within))) return
  throw InvalidState({
    parameters: ['receipt', receipt, 'CANCELLED'],
    detail: 'The till voided the purchase of this receipt.',
  })
}

interface Signed {
  readonly code: SignedCode
  readonly codes: CodeSigner
}

/** The purchase whose signed code this is, held until the end of the work together with its number. */
export async function holdSigned(work: Work, { code, codes }: Signed): Promise<Purchase | undefined> {
  const inRange = await visiblePurchases(work)
    .select(['id', 'merchant_id', 'reference_number'])
    .where('id', '>=', code.first)
    .where('id', '<=', code.last)
    .execute()
  const found = inRange.find(({ id }) => codes.isOf(code, work.actor.tenant, id))
  if (!found) return undefined
  // The number first, as everywhere.
  await lockNames(work.sql, [{ tenant: work.actor.tenant, name: found.reference_number ?? codeOf(found.id) }])
  const row = await held(work).where('id', '=', found.id).executeTakeFirst()
  return row && purchaseOfRow(row)
}

function held(work: Work) {
  return visiblePurchases(work).select(PURCHASE_COLUMNS).forUpdate()
}
