import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import type { ContactId } from '../kit/id.ts'
import { decimalText } from '../kit/money.ts'
import type { Place } from '../organisations/index.ts'
import { awardClaim } from './award-claim.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { judgeWithin } from './judge-within.ts'
import type { Purchase } from './purchase.ts'

/** A receipt that no till has sent, as its contact has it. */
export interface OwnReceipt {
  readonly place: Place
  readonly receipt: string
  /** Minor units of the business's currency. */
  readonly total: bigint
  readonly contact: ContactId
}

/** Posts a purchase from a contact's receipt, and awards it. The caller holds the receipt's number. */
export async function submitReceipt(
  work: Work,
  catalogues: Catalogues,
  { place, receipt, total, contact }: OwnReceipt,
): Promise<Purchase> {
  const { currency } = await catalogueFor(work, catalogues)
  const { post } = await judgeWithin(work, catalogues, {
    simulate: false,
    body: {
      reference_number: receipt,
      organisation: { id: (place.venue ?? place.merchant).id },
      transaction_amounts: { total: decimalText(total, minorDigits(currency)) },
    },
  })
  const purchase = await post()
  await work.db
    .updateTable('purchases')
    .set({ self_submitted: true })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.id)
    .execute()
  return awardClaim(work, catalogues, { purchase: { ...purchase, selfSubmitted: true }, contact })
}
