import { findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound, type Refusal } from '../kit/error.ts'
import { type ClaimId, type ContactId, codeOf, newId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import {
  awardClaim,
  type Catalogue,
  type Catalogues,
  type CodeSigner,
  holdReceipt,
  holdSigned,
  type Purchase,
} from '../purchases/index.ts'
import type { Claim, Hand } from './claim.ts'
import { tooManyClaims } from './claim-limits.ts'
import type { ClaimedReply } from './claims.api.ts'
import { claimOfReceipt, insertClaim, saveClaim } from './claims.store.ts'
import { claimProblem, isAmountOf, nameOf, type Problem } from './judge-claim.ts'
import type { NamedReceipt } from './read-receipt.ts'
import { settleClaim } from './settle-claims.ts'
import { showClaimed, showHeld } from './show-claim.ts'
import { submitClaim } from './submit-claim.ts'

export interface Taking {
  readonly named: NamedReceipt
  readonly contact: ContactId
  readonly askedBy: Hand
  readonly catalogue: Catalogue
  readonly catalogues: Catalogues
  readonly codes: CodeSigner
}

/** Gives the contact the receipt, or says why not. Who claims is held, so that their claims are judged one after another. */
export async function takeReceipt(work: Work, taking: Taking): Promise<ClaimedReply | Problem> {
  const found = await purchaseOf(work, taking)
  const purchase = found && (await afterWaiting(work, taking, found))
  return purchase ? claimPurchase(work, taking, purchase) : submitOwn(work, taking)
}

async function claimPurchase(
  work: Work,
  { named, contact, askedBy, catalogue, catalogues }: Taking,
  purchase: Purchase,
): Promise<ClaimedReply | Problem> {
  const place = catalogue.directory.formerPlace(purchase.venue ?? purchase.merchant)
  const { claimDays } = place.settings
  const problem = claimProblem(purchase, { named, contact, at: work.at, claimDays })
  if (problem) return problem
  const tooMany = await tooManyClaims(work, { contact, place, directory: catalogue.directory })
  if (tooMany) return honest(tooMany)
  const claimed = await awardClaim(work, catalogues, { purchase, contact })
  const claim: Claim = {
    id: newId<ClaimId>(),
    contact,
    merchant: purchase.merchant,
    venue: purchase.venue,
    receipt: purchase.referenceNumber ?? codeOf(purchase.id),
    origin: 'TILL',
    state: 'CLAIMED',
    purchase: purchase.id,
    currency: purchase.currency,
    total: purchase.total,
    tillTotal: undefined,
    scanned: named.scanned,
    reason: undefined,
    askedBy,
    decidedBy: undefined,
    createdAt: work.at,
    decidedAt: work.at,
  }
  await insertClaim(work, claim)
  return showClaimed(claim, claimed, catalogue)
}

/** A receipt that no till has sent; by a signed code there is none. */
async function submitOwn(work: Work, taking: Taking): Promise<ClaimedReply | Problem> {
  const { named, contact, askedBy, catalogue } = taking
  const { place, receipt, hundredths, total, scanned } = named
  if (named.code || !place || receipt === undefined) {
    return { refusal: notFound('receipt', nameOf(named)), isGuess: true }
  }
  const tooMany = await tooManyClaims(work, { contact, place, directory: catalogue.directory })
  if (tooMany) return honest(tooMany)
  const own = { place, receipt, hundredths, total, scanned, contact, askedBy }
  const submitted = await submitClaim(work, taking, own)
  switch (submitted.is) {
    case 'UNKNOWN':
      return { refusal: submitted.refusal, isGuess: true }
    case 'HELD':
      return showHeld(submitted.claim, catalogue, await languageOf(work, contact))
    case 'CLAIMED':
      return showClaimed(submitted.claim, submitted.purchase, catalogue)
  }
}

async function languageOf({ sql, actor }: Work, contact: ContactId): Promise<string | undefined> {
  const key = { by: 'ID', id: contact } as const
  const [found = []] = await findContacts(sql, [{ tenant: actor.tenant, key }])
  return found[0]?.language
}

function honest(refusal: Refusal): Problem {
  return { refusal, isGuess: false }
}

function purchaseOf(work: Work, { named, codes }: Taking): Promise<Purchase | undefined> {
  const { code, place, receipt } = named
  if (code) return holdSigned(work, { code, codes })
  return holdReceipt(work, {
    merchant: present(place, 'a receipt that is named by its number has its place').merchant.id,
    receipt: present(receipt, 'a receipt without a signed code has its number'),
  })
}

/**
 * The purchase once a claim that waited for it is settled: who was first with the right amount has it. One that says another amount
 * than the till makes room for whoever says the right one.
 */
async function afterWaiting(
  work: Work,
  { catalogues, named }: Taking,
  purchase: Purchase,
): Promise<Purchase> {
  const { merchant, referenceNumber: receipt } = purchase
  if (receipt === undefined || purchase.contact !== undefined || purchase.selfSubmitted) return purchase
  const waiting = await claimOfReceipt(work, { merchant, receipt })
  if (waiting?.state !== 'HELD') return purchase
  const settled = await settleClaim(work, catalogues, waiting)
  const isRight = isAmountOf(purchase, named)
  if (settled.state === 'HELD' && isRight) {
    const reason = 'The receipt was claimed with the amount of the till.'
    await saveClaim(work, { ...settled, state: 'REFUSED', reason, decidedAt: work.at })
  }
  return present(await holdReceipt(work, { merchant, receipt }), 'a purchase is never deleted')
}
