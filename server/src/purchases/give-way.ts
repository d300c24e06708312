import type { Database, Work } from '../db/index.ts'
import { transact } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { minorDigits } from '../kit/currency.ts'
import type { PurchaseId } from '../kit/id.ts'
import { decimalText } from '../kit/money.ts'
import { cancelPurchase } from './cancel-purchase.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { insertEarlyUndo, lockNames } from './early-undo.store.ts'
import { findPurchase } from './find-purchase.ts'
import type { Purchase } from './purchase.ts'

/** The till sends a purchase whose receipt a contact had submitted: that one has to give way first. */
export class MeetsReceipt extends Error {
  override readonly name = 'MeetsReceipt'
  readonly purchase: Purchase

  constructor(purchase: Purchase) {
    super(`a contact submitted the receipt ${purchase.referenceNumber} before the till did`)
    this.purchase = purchase
  }
}

/** Called in the work in which the purchase of a contact's receipt ends, for the claim that it came from. */
export type GaveWay = (work: Work, purchase: PurchaseId) => Promise<void>

export interface GivingWay {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly gaveWay: GaveWay
}

/**
 * Takes everything back that a contact's receipt was given, and frees its number for the till's purchase, which is the truth. What was
 * voided or returned under the number is kept for that purchase. Once is enough, whoever comes first.
 */
export async function giveWay(
  { database, catalogues, gaveWay }: GivingWay,
  command: Command,
  { id, merchant, referenceNumber = '' }: Purchase,
): Promise<void> {
  // It is not undone for who sends the purchase: a key of one venue cannot see what was submitted for another.
  const actor = { ...command.actor, within: merchant }
  await transact(database, { actor, at: command.at }, async (work) => {
    await lockNames(work.sql, [{ tenant: actor.tenant, name: referenceNumber }])
    const purchase = await findPurchase(work, id, { lock: true })
    if (purchase.referenceNumber === undefined) return
    await cancelPurchase(work, await catalogueFor(work, catalogues), { name: id, reason: undefined })
    await freeNumber(work, id)
    await keepUndone(work, purchase)
    await gaveWay(work, id)
  })
}

async function freeNumber({ db, actor }: Work, id: PurchaseId): Promise<void> {
  await db
    .updateTable('purchases')
    .set({ reference_number: null })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

async function keepUndone(work: Work, purchase: Purchase): Promise<void> {
  const { state, returned, currency, referenceNumber: name = '' } = purchase
  if (state === 'CANCELLED') await insertEarlyUndo(work, { name, asked: { kind: 'VOID' } })
  else if (returned > 0n) {
    const body = { return_amount: decimalText(returned, minorDigits(currency)) }
    await insertEarlyUndo(work, { name, asked: { kind: 'RETURN', body, hash: '' } })
  }
}
