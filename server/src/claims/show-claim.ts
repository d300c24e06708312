import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Catalogue, Purchase } from '../purchases/index.ts'
import type { Claim } from './claim.ts'
import type { ClaimedReply } from './claims.api.ts'
import { sayClaimed, sayHeld } from './say-claim.ts'

/** The answer to a claim that gave the contact the purchase. */
export function showClaimed(claim: Claim, purchase: Purchase, { directory }: Catalogue): ClaimedReply {
  const { currency, outcome } = purchase
  const show = (minor: bigint) => wireNumber(minor, currency)
  const { venue, merchant } = directory.formerPlace(purchase.venue ?? purchase.merchant)
  const { id, name } = venue ?? merchant
  const left = purchase.award - purchase.returnedAward
  return {
    id: purchase.id,
    claim_id: claim.id,
    state: claim.state,
    reference_number: purchase.referenceNumber ?? null,
    organisation: { id, name },
    date: epochSeconds(purchase.date),
    total: show(purchase.total),
    currency_code: currency,
    award: show(left),
    awards: outcome.awards.map((award) => ({
      amount: show(award.amount),
      offer: award.offer,
      commerce_pool: { id: award.pool.id, name: award.pool.name },
      expires_on: award.expiresAt ? epochSeconds(award.expiresAt) : null,
      available_on: epochSeconds(award.availableAt),
    })),
    say: sayClaimed({ place: name, currency, award: left }, outcome.language),
  }
}

/** The answer to a claim that somebody, or the till, has to confirm; in the language of the contact. */
export function showHeld(claim: Claim, { directory }: Catalogue, language: string | undefined): ClaimedReply {
  const { venue, merchant } = directory.formerPlace(claim.venue ?? claim.merchant)
  const { id, name } = venue ?? merchant
  return {
    id: claim.id,
    claim_id: claim.id,
    state: claim.state,
    reference_number: claim.receipt,
    organisation: { id, name },
    date: epochSeconds(claim.createdAt),
    total: wireNumber(claim.total, claim.currency),
    currency_code: claim.currency,
    award: 0,
    awards: [],
    say: sayHeld(name, language),
  }
}
