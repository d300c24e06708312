import { randomInt } from 'node:crypto'
import { type Database, transact } from '../db/index.ts'
import type { RawReply } from '../http/index.ts'
import type { ContactId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { LANES } from '../ledger/index.ts'
import { redeemPass } from '../passes/index.ts'
import type { Catalogues } from './catalogue.ts'
import { namesOf } from './early-of.ts'
import { lockNames } from './early-undo.store.ts'
import { CatalogueStale } from './look-up.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { runWithin } from './run-group.ts'
import type { SignCode } from './show-purchase.ts'

export interface PassContext {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly sign: SignCode
}

const MAX_RELOADS = 5

/** An answer of which nothing is kept: that of a quote, or of a purchase that was posted before. */
class NotKept extends Error {
  override readonly name = 'NotKept'
  readonly answer: RawReply

  constructor(answer: RawReply) {
    super('nothing of the answer is kept')
    this.answer = answer
  }
}

/**
 * Posts a purchase that brings a pass with money along: its money is put into the wallet and the purchase is judged in one transaction,
 * so both are there or neither is. Its pin was judged before.
 */
export async function runWithPass(
  context: PassContext,
  prepared: PreparedPurchase,
  contact: ContactId,
): Promise<RawReply> {
  for (let reloads = 0; ; reloads++) {
    try {
      return await redeemAndRun(context, prepared, contact)
    } catch (error) {
      if (error instanceof NotKept) return error.answer
      if (!(error instanceof CatalogueStale) || reloads >= MAX_RELOADS) throw error
      await context.catalogues.refresh(error.tenant, error.revision)
    }
  }
}

function redeemAndRun(
  { database, catalogues, sign }: PassContext,
  prepared: PreparedPurchase,
  contact: ContactId,
): Promise<RawReply> {
  const { command, place, date, simulate } = prepared
  const { code, pin } = present(prepared.pass, 'a purchase that brings money has a pass')
  const organisation = { id: (place.venue ?? place.merchant).id }
  return transact(database, command, async (work) => {
    const body = { code, ...(pin !== undefined && { pin }), contact_id: contact, organisation }
    // As every purchase: the name first, then the wallet, with the pass between them.
    await lockNames(work.sql, namesOf(prepared))
    await redeemPass(work, body, { from: date < work.at ? date : work.at })
    const redeemed = { ...prepared, isPassRedeemed: true }
    const outcome = await runWithin(work, redeemed, { catalogues, sign, lane: randomInt(LANES) })
    if ('refused' in outcome) throw outcome.refused
    if (simulate || outcome.answer.replayed) throw new NotKept(outcome.answer)
    return outcome.answer
  })
}
