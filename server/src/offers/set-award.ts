import type { Work } from '../db/index.ts'
import { invalidField } from '../kit/error.ts'
import type { OfferId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { readBusiness } from '../organisations/index.ts'
import type { OfferAwards } from './offers.api.ts'
import { updateOffer } from './update-offer.ts'

/** Sets the award by the short form that simple tills know: an amount, fixed or in percent. */
export async function setAward(work: Work, idOrCode: string, awards: OfferAwards): Promise<OfferId> {
  const { amount, amount_type, currency } = present(awards[0], 'one award is sent')
  const business = await readBusiness(work.db, work.actor.tenant)
  if (currency !== undefined && currency !== business.currency) {
    throw invalidField(
      'awards[0].currency',
      currency,
      `this business keeps its books in ${business.currency}`,
    )
  }
  const award =
    amount_type === 'FIXED'
      ? { kind: 'FIXED' as const, amount }
      : { kind: 'PERCENTAGE' as const, rate: amount, cap: undefined }
  return updateOffer(work, idOrCode, { award })
}
