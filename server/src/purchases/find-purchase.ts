import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import { idsOfCode, parseGuid } from '../kit/id.ts'
import { lockNames } from './early-undo.store.ts'
import type { Purchase } from './purchase.ts'
import { PURCHASE_COLUMNS, purchaseOfRow } from './purchases.store.ts'

/** Purchases that the caller may see: of its business and mode, and of its merchant or venue if the key is bound to one. */
export function visiblePurchases({ db, actor }: Work) {
  const all = db.selectFrom('purchases').where('purchases.tenant', '=', actor.tenant)
  const { within } = actor
  if (within === undefined) return all
  return all.where((eb) => eb.or([eb('merchant_id', '=', within), eb('venue_id', '=', within)]))
}

/**
 * The purchase that a path names: by id, then by the reference number within the caller's scope, then by code. Voids come with
 * the till's own number as often as with ours.
 */
export async function findPurchase(work: Work, name: string, { lock = false } = {}): Promise<Purchase> {
  const purchase = await lookForPurchase(work, name, lock)
  if (!purchase) throw notFound('purchase', name)
  return purchase
}

/**
 * The same for what may come before its purchase: locks the purchase, or, when it is not known, its name, so that it cannot arrive
 * unseen before what is kept for it is kept.
 */
export async function findPurchaseOrWait(work: Work, name: string): Promise<Purchase | undefined> {
  const found = await lookForPurchase(work, name, true)
  if (found) return found
  // Longer than any reference number: nothing will come under it.
  if (name.length > LONGEST_REFERENCE) throw notFound('purchase', name)
  await lockNames(work.sql, [{ tenant: work.actor.tenant, name: parseGuid(name) ?? name }])
  return lookForPurchase(work, name, true)
}

const LONGEST_REFERENCE = 100

async function lookForPurchase(work: Work, name: string, lock: boolean): Promise<Purchase | undefined> {
  const id = parseGuid(name)
  const byId = id === undefined ? [] : await read(work, (query) => query.where('id', '=', id), lock)
  const found = byId.length > 0 ? byId : await findByName(work, name, lock)
  const [purchase, ...others] = found
  if (others.length > 0) {
    throw AmbiguousIdentifier({
      parameters: ['purchase', name],
      detail: `"${name}" is the reference number of purchases at several merchants; send the id.`,
    })
  }
  return purchase
}

async function findByName(work: Work, name: string, lock: boolean): Promise<readonly Purchase[]> {
  const byReference = await read(work, (query) => query.where('reference_number', '=', name), lock)
  if (byReference.length > 0) return byReference
  const range = idsOfCode(name)
  if (!range) return []
  return read(work, (query) => query.where('id', '>=', range.first).where('id', '<=', range.last), lock)
}

async function read(
  work: Work,
  narrow: (query: ReturnType<typeof visiblePurchases>) => ReturnType<typeof visiblePurchases>,
  lock: boolean,
): Promise<readonly Purchase[]> {
  const query = narrow(visiblePurchases(work)).select(PURCHASE_COLUMNS).limit(2)
  const rows = await (lock ? query.forUpdate() : query).execute()
  return rows.map(purchaseOfRow)
}
