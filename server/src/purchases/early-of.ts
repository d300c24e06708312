import { present } from '../kit/invariant.ts'
import type { Lot } from '../ledger/index.ts'
import { applyEarly } from './apply-early.ts'
import type { Writes } from './decide-purchase.ts'
import type { EarlyUndo, PurchaseName } from './early-undo.store.ts'
import { type Facts, nameKey } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

/** The names under which something may have been kept for the purchase. A quote changes nothing and looks at none. */
export function namesOf({ command, body, simulate }: PreparedPurchase): PurchaseName[] {
  const { tenant } = command.actor
  const names = simulate ? [] : [body.reference_number, body.id]
  return names.flatMap((name) => (name === undefined ? [] : [{ tenant, name }]))
}

/** What is written of the purchase, with what was kept for it applied. */
export function withEarly(prepared: PreparedPurchase, writes: Writes, facts: Facts): Writes {
  const { tenant } = prepared.command.actor
  const { venue, merchant } = writes.made.purchase
  const isMeant = ({ within }: EarlyUndo) => within === undefined || within === merchant || within === venue
  const early = namesOf(prepared)
    .flatMap(({ name }) => facts.early.get(nameKey(tenant, name)) ?? [])
    .filter(isMeant)
  if (early.length === 0) return writes
  const catalogue = present(facts.catalogues.get(tenant), 'the catalogue of every command is loaded')
  return applyEarly(writes, early, { catalogue, at: prepared.command.at, others: othersOf(facts, writes) })
}

/** The other lots of a wallet with debts, as purchases before this one left them. */
function othersOf({ lots, settling }: Facts, { made: { purchase } }: Writes): readonly Lot[] {
  const found = purchase.wallet && settling.get(purchase.wallet)
  if (!purchase.wallet || !found) return []
  const moved = lots.get(purchase.wallet) ?? []
  const known = new Set(moved.map(({ id }) => id))
  return [...moved, ...found.filter(({ id }) => !known.has(id))]
}

/** Moves the facts on: what was applied is not applied again, and lots are as they are after it. */
export function settleEarly(facts: Facts, { undone }: Writes): void {
  if (!undone) return
  const settled = new Set(undone.settled.map(({ id }) => id))
  for (const [key, waiting] of facts.early) {
    facts.early.set(
      key,
      waiting.filter(({ id }) => !settled.has(id)),
    )
  }
  for (const { lot, after } of undone.lots) Object.assign(lot, after)
}
