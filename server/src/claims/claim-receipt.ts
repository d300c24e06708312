import { type Database, transact, tryOut, type Work } from '../db/index.ts'
import { type Command, earlierReply, type RawReply, storeReply } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { type Catalogue, type Catalogues, type CodeSigner, catalogueFor } from '../purchases/index.ts'
import type { Hand } from './claim.ts'
import { type ClaimedReply, claimedReply, type ReceiptBody } from './claims.api.ts'
import { readReceipt } from './read-receipt.ts'
import { takeReceipt } from './take-receipt.ts'
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
  /** The address of the contact's device, where it is known: guesses are counted for it as well. */
  readonly address: string | undefined
  readonly askedBy: Hand
  /** Only told what would come of it; a wrong receipt is counted all the same. */
  readonly isTrial: boolean
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
  // What keeps nothing has nothing to be kept for.
  const key = toClaim.isTrial ? undefined : command.idempotencyKey
  const { hash } = command
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
  { receipt, contactIn, address, askedBy, isTrial }: ToClaim,
): Promise<ClaimedReply | Refusal> {
  const catalogue = await catalogueFor(work, catalogues)
  const contact = await contactIn(work, catalogue)
  const named = readReceipt(receipt, { catalogue, within: work.actor.within })
  const who = [`contact:${contact}`, ...(address === undefined ? [] : [`address:${address}`])]
  const tries = await holdWrongReceipts(work, who)
  const waits = mustWait(tries, work.at)
  if (waits) return waits
  const take = () => takeReceipt(work, { named, contact, askedBy, catalogue, catalogues, codes })
  const taken = isTrial ? await tryOut(work, take) : await take()
  if (!('refusal' in taken)) return taken
  if (taken.isGuess) await countWrong(work, tries)
  return taken.refusal
}
