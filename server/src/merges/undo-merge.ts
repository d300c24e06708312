import { getContact, holdContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { InvalidState, notFound, type Refusal } from '../kit/error.ts'
import { type MergeId, newId } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { holdMergedWallets, splitWallets } from '../ledger/index.ts'
import { show } from './merge-contacts.ts'
import type { UndoneReply } from './merges.api.ts'
import { type Merge, mergeOf, undoneMergeOf } from './merges.store.ts'
import type { Moved } from './moved.ts'
import {
  giveBack,
  giveIdentifiersBack,
  givePurchasesBack,
  holdMoved,
  journalsOfUndone,
  laterMerge,
  leaveSchemes,
  markUndone,
  movedBy,
  newestPurchase,
  pointBack,
  preferAgain,
  standingOf,
  takeCountersBack,
  walletsOf,
  wishAgain,
} from './undo.store.ts'

/**
 * Makes two contacts of one again, each with what it had. Refused as soon as money moved, something was bought or counted since: whose
 * that would be nobody can say. What came since without money (a device, an address) stays with the contact that is left.
 */
export async function undoMerge(work: Work, name: string, otherName: string): Promise<UndoneReply> {
  requireWholeBusiness(work.actor, 'cannot part them')
  const contact = await getContact(work, name)
  const merge = await mergeOf(work, otherName)
  if (!merge) {
    const undone = await undoneMergeOf(work, otherName)
    if (undone?.contact.id !== contact.id) throw notFound('merge', otherName)
    return { ...show(undone), undone_on: epochSeconds(undone.undoneAt) }
  }
  if (merge.contact.id !== contact.id) throw await notOfContact(work, merge, otherName)
  await takeApart(work, merge)
  return { ...show(merge), undone_on: epochSeconds(work.at) }
}

async function takeApart(work: Work, merge: Merge): Promise<void> {
  const pair = { from: merge.merged.id, into: merge.contact.id }
  for (const id of [pair.from, pair.into].sort()) await holdContact(work, id)
  const moved = await movedBy(work, merge.id)
  if (!isWhole(moved)) throw standsInTheWay(merge, 'merge', 'it was done before what moved was kept')
  const later = await laterMerge(work, pair, merge.id)
  if (later !== undefined) throw standsInTheWay(merge, later, 'a later merge has to be undone first')
  await holdMoved(work, pair, moved)
  const wallets = await walletsOf(work, pair)
  const both = { tenant: work.actor.tenant, currency: merge.currency, ...wallets }
  const except = await journalsOfUndone(work, pair)
  const held = await holdMergedWallets(work.sql, both, { trace: moved.wallets, except })
  // Seen after the wallets are locked: a purchase that was under way is there, or waits.
  await refuseBought(work, merge, moved)
  if (held.moved) {
    const { kind, at } = held.moved
    throw standsInTheWay(merge, kind, `money moved since, last at ${at.toISOString()}`)
  }
  const journal = newId<MergeId>()
  const { accounts } = held
  await splitWallets(
    work.sql,
    { ...both, journal, at: work.at },
    { trace: moved.wallets, debt: merge.debt, accounts },
  )
  await takeCountersBack(work, pair, moved)
  await givePurchasesBack(work, { contacts: pair, wallets }, moved)
  await giveIdentifiersBack(work, pair, moved)
  await giveBack(work, { contacts: pair, wallets }, moved)
  await preferAgain(work, pair, moved.preferred)
  await wishAgain(work, pair, { wishes: moved.wishes, at: merge.at })
  await leaveSchemes(work, pair, moved)
  await pointBack(work, pair, moved)
  await markUndone(work, merge.id, journal)
  for (const id of [pair.into, pair.from]) await record(work, 'contact.updated', id)
}

function isWhole(moved: Partial<Moved> | undefined): moved is Moved {
  return moved?.wallets !== undefined
}

async function refuseBought(work: Work, merge: Merge, { after }: Moved): Promise<void> {
  const pair = { from: merge.merged.id, into: merge.contact.id }
  const now = await standingOf(work, pair)
  if (now.purchases !== after.purchases) {
    const newest = (await newestPurchase(work, pair)) ?? 'purchase'
    throw standsInTheWay(merge, newest, 'a purchase was made, voided, returned or claimed since')
  }
  if (now.counters !== after.counters) {
    throw standsInTheWay(merge, 'offer', 'something was counted towards a goal or limit since')
  }
}

async function notOfContact(work: Work, merge: Merge, otherName: string): Promise<Refusal> {
  const pair = { from: merge.merged.id, into: merge.contact.id }
  const later = await laterMerge(work, pair, merge.id)
  if (later === undefined) return notFound('merge', otherName)
  return standsInTheWay(merge, later, 'a later merge has to be undone first')
}

function standsInTheWay({ merged, contact }: Merge, what: string, why: string): Refusal {
  return InvalidState({
    parameters: ['merge', what],
    detail: `The merge of ${merged.code} into ${contact.code} cannot be undone: ${why}.`,
  })
}
