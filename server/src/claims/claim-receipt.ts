import { type Database, transact, type Work } from '../db/index.ts'
import { type Command, earlierReply, type RawReply, storeReply } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import { type ClaimId, type ContactId, codeOf, newId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import {
  awardClaim,
  type Catalogue,
  type Catalogues,
  type CodeSigner,
  catalogueFor,
  holdReceipt,
  holdSigned,
  type Purchase,
} from '../purchases/index.ts'
import type { Claim, Hand } from './claim.ts'
import { type ClaimedReply, claimedReply, type ReceiptBody } from './claims.api.ts'
import { insertClaim } from './claims.store.ts'
import { claimProblem } from './judge-claim.ts'
import { type NamedReceipt, readReceipt } from './read-receipt.ts'
import { showClaimed } from './show-claim.ts'
import { holdWrongReceipts } from './wrong-receipts.store.ts'
import { countWrong, mustWait } from './wrong-receipts.ts'

export interface ClaimSources {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly codes: CodeSigner
}

export interface ToClaim {
  readonly receipt: ReceiptBody
  /** Who claims. */
  readonly contactIn: (work: Work, catalogue: Catalogue) => Promise<ContactId>
  readonly askedBy: Hand
}

/**
 * Claims a receipt for a contact. A wrong receipt is counted even though it is refused, in the step in which it is judged: so a
 * refusal is an answer of the work here, and thrown once its count stays.
 */
export async function claimReceipt(
  sources: ClaimSources,
  command: Command,
  toClaim: ToClaim,
): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  const answer = await transact(sources.database, command, async (work): Promise<RawReply | Refusal> => {
    const earlier = key === undefined ? undefined : await earlierReply(work, key, hash)
    if (earlier) return earlier
    const claimed = await claim(work, sources, toClaim)
    if (claimed instanceof Refusal) return claimed
    const reply = { status: 200, text: JSON.stringify(claimedReply.parse(claimed)) }
    if (key !== undefined) await storeReply(work, key, hash, reply)
    return reply
  })
  if (answer instanceof Refusal) throw answer
  return answer
}

async function claim(
  work: Work,
  { catalogues, codes }: ClaimSources,
  { receipt, contactIn, askedBy }: ToClaim,
): Promise<ClaimedReply | Refusal> {
  const catalogue = await catalogueFor(work, catalogues)
  const contact = await contactIn(work, catalogue)
  const named = readReceipt(receipt, { catalogue, within: work.actor.within })
  const tries = await holdWrongReceipts(work, [`contact:${contact}`])
  const waits = mustWait(tries, work.at)
  if (waits) return waits

  const purchase = await purchaseOf(work, codes, named)
  const { claimDays } = placeOf(purchase, named, catalogue).settings
  const problem = claimProblem(purchase, { named, contact, at: work.at, claimDays })
  if (problem?.isGuess) await countWrong(work, tries)
  if (problem) return problem.refusal

  const stored = present(purchase, 'a receipt without a problem has its purchase')
  const claimed = await awardClaim(work, catalogues, { purchase: stored, contact })
  const made = claimOf(claimed, { named, contact, askedBy, at: work.at })
  await insertClaim(work, made)
  return showClaimed(made, claimed, catalogue)
}

function purchaseOf(work: Work, codes: CodeSigner, named: NamedReceipt): Promise<Purchase | undefined> {
  const { code, place, receipt } = named
  if (code) return holdSigned(work, { code, codes })
  return holdReceipt(work, {
    merchant: present(place, 'a receipt that is named by its number has its place').merchant.id,
    receipt: present(receipt, 'a receipt without a signed code has its number'),
  })
}

function placeOf(purchase: Purchase | undefined, { place }: NamedReceipt, { directory }: Catalogue) {
  if (purchase) return directory.formerPlace(purchase.venue ?? purchase.merchant)
  return place ?? directory.formerPlace(directory.business.id)
}

interface Claiming {
  readonly named: NamedReceipt
  readonly contact: ContactId
  readonly askedBy: Hand
  readonly at: Date
}

function claimOf(purchase: Purchase, { named, contact, askedBy, at }: Claiming): Claim {
  return {
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
    createdAt: at,
    decidedAt: at,
  }
}
