import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { replies } from '../http/index.ts'
import { Busy, invalidField, Refusal } from '../kit/error.ts'
import { idOf, type TillId } from '../kit/id.ts'
import { type PurchaseBody, type PurchaseDesk, purchaseBody, submittedReply } from '../purchases/index.ts'
import type { sendQueuedPurchase } from './tills.api.ts'
import { findTill, saveOutcome } from './tills.store.ts'

export interface Submitting {
  readonly desk: PurchaseDesk
  /** SHA-256 over what was signed: the same entry again is the same purchase. */
  readonly hashOf: (till: TillId) => Buffer
}

type Reply = z.input<typeof sendQueuedPurchase.reply>

/** Judges the purchase of an entry that has its place. A refusal is an outcome: the entries after it go on. */
export async function submitEntry(
  work: Work,
  {
    till: sent,
    counter,
    payload,
  }: { readonly till: string; readonly counter: number; readonly payload: string },
  { desk, hashOf }: Submitting,
): Promise<Reply> {
  const till = await findTill(work, sent)
  const place = { till: till.id, counter: BigInt(counter) }
  try {
    const { actor, at } = work
    const command = {
      actor,
      at,
      requestId: '',
      address: '',
      idempotencyKey: undefined,
      hash: hashOf(till.id),
    }
    const { text } = await desk.submit({
      command,
      body: bodyIn(payload),
      simulate: false,
      includeExplain: false,
    })
    const purchase = submittedReply.parse(JSON.parse(text))
    await saveOutcome(work, place, { purchase: idOf(purchase.id), refused: undefined })
    return { counter, state: 'POSTED', purchase, refusal: null }
  } catch (error) {
    // Nothing was begun: the entry keeps its place, and its purchase is judged when it is sent again.
    if (!(error instanceof Refusal) || error.kind === Busy.kind) throw error
    await saveOutcome(work, place, { purchase: undefined, refused: error.kind.name })
    const { error: code, message } = error.kind
    return {
      counter,
      state: 'REFUSED',
      purchase: null,
      refusal: { error: code, message, detail: error.facts.detail ?? message },
    }
  }
}

function bodyIn(payload: string): PurchaseBody {
  const value = parsed(payload)
  const read = purchaseBody.safeParse(value)
  if (!read.success) throw replies.refusalOfIssues(purchaseBody, read.error.issues, value)
  return read.data
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    throw invalidField('payload', 'not JSON', 'the body of submitPurchase as JSON text is needed')
  }
}
