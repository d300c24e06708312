import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { InvalidState, missingField, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import {
  awardClaim,
  type Catalogues,
  catalogueFor,
  holdReceipt,
  type Purchase,
  refuseVoided,
  submitReceipt,
} from '../purchases/index.ts'
import { type Claim, type ClaimState, handOf } from './claim.ts'
import type { ClaimDecision } from './claims.api.ts'
import { findClaim, saveClaim } from './claims.store.ts'
import { verdictOf } from './settle-claims.ts'

const LEADS_TO: Readonly<Record<ClaimDecision['action'], ClaimState>> = {
  APPROVE: 'CLAIMED',
  REFUSE: 'REFUSED',
}

/**
 * Somebody decides on a claim that waits, once: the same again changes nothing. An approved claim is awarded from the till's purchase at
 * the till's amount, or, where the till sent none, from the receipt as the contact has it.
 */
export async function decideClaim(
  work: Work,
  catalogues: Catalogues,
  { id, action, reason }: ClaimDecision & { readonly id: string },
): Promise<Claim> {
  const known = await findClaim(work, parseGuid(id) ?? id)
  if (!known) throw notFound('claim', id)
  const purchase = await holdReceipt(work, known)
  const claim = present(await findClaim(work, known.id), 'a claim is never deleted')
  if (claim.state === LEADS_TO[action]) return claim
  if (claim.state !== 'HELD') {
    throw InvalidState({
      parameters: ['claim', claim.state],
      detail: `The claim is ${claim.state}; ${action} is for one that is HELD.`,
    })
  }
  const decided: Claim = {
    ...claim,
    decidedBy: present(handOf(work.actor), 'a scope is held by a key or a person'),
    decidedAt: work.at,
  }
  if (action === 'REFUSE') return refuse(work, decided, reason)
  const awarded = await approve(work, catalogues, { claim, purchase })
  const approved: Claim = { ...decided, state: 'CLAIMED', purchase: awarded.id, reason }
  await saveClaim(work, approved)
  return approved
}

async function refuse(work: Work, claim: Claim, reason: string | undefined): Promise<Claim> {
  if (reason === undefined) throw missingField('reason', 'the contact is told why')
  const refused: Claim = { ...claim, state: 'REFUSED', reason }
  await saveClaim(work, refused)
  await record(work, 'claim.refused', claim.id)
  return refused
}

interface Approving {
  readonly claim: Claim
  readonly purchase: Purchase | undefined
}

async function approve(
  work: Work,
  catalogues: Catalogues,
  { claim, purchase }: Approving,
): Promise<Purchase> {
  const { contact, merchant, venue, receipt, total } = claim
  if (!purchase) {
    await refuseVoided(work, { merchant, venue, receipt })
    const { directory } = await catalogueFor(work, catalogues)
    const place = directory.formerPlace(venue ?? merchant)
    return submitReceipt(work, catalogues, { place, receipt, total, contact })
  }
  const verdict = verdictOf(claim, purchase)
  if (verdict.is === 'OWN') return purchase
  if (verdict.is !== 'REFUSED') return awardClaim(work, catalogues, { purchase, contact })
  throw InvalidState({ parameters: ['claim', 'HELD'], detail: `${verdict.reason} Refuse the claim.` })
}
