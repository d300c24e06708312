import { type Contact, getContact, holdContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { invalidField } from '../kit/error.ts'
import { type MergeId, newId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { mergeWallets } from '../ledger/index.ts'
import { giveNotes } from '../notes/index.ts'
import { givePasskeys } from '../passkeys/index.ts'
import { payoutsFollow } from '../payouts/index.ts'
import { moveSessions } from '../sessions/index.ts'
import type { MergeReply } from './merges.api.ts'
import {
  addCounters,
  holdPurchases,
  insertMerge,
  type Merge,
  mergeOf,
  mergeWishes,
  moveClaims,
  moveDevices,
  moveIdentifiers,
  moveMemberships,
  moveMessages,
  movePasses,
  movePurchases,
  pointTo,
} from './merges.store.ts'
import { belongingsOf, preferredMethods, standingOf, wishesOf } from './undo.store.ts'

/**
 * Makes one contact of two. Purchases are locked first, then wallets, then counters, as everywhere; a purchase that was looking up
 * the merged contact meanwhile finds its wallet closed and looks it up again.
 */
export async function mergeContacts(work: Work, name: string, otherName: string): Promise<MergeReply> {
  requireWholeBusiness(work.actor, 'cannot merge them')
  const contact = await getContact(work, name)
  const earlier = await mergeOf(work, otherName)
  if (earlier && earlier.contact.id === contact.id) return show(earlier)
  const merged = await getContact(work, otherName)
  if (merged.id === contact.id) {
    throw invalidField('contact_id', otherName, 'it must name another contact than the one that is left')
  }
  return show(await mergeInto(work, contact, merged))
}

async function mergeInto(work: Work, contact: Contact, merged: Contact): Promise<Merge> {
  const { tenant } = work.actor
  for (const id of [contact.id, merged.id].sort()) await holdContact(work, id)
  const id = newId<MergeId>()
  const pair = { from: merged.id, into: contact.id }
  await holdPurchases(work, pair)
  const { currency } = contact.wallet
  const wallets = { from: merged.wallet.id, into: contact.wallet.id }
  const belongings = await belongingsOf(work, { contacts: pair, wallets })
  const [preferred, wishes] = [await preferredMethods(work, pair), await wishesOf(work, pair)]
  await payoutsFollow(work, { contacts: pair, wallets })
  const { trace, ...money } = await mergeWallets(work.sql, {
    tenant,
    currency,
    ...wallets,
    journal: id,
    at: work.at,
  })
  const counters = await addCounters(work, pair)
  const purchases = await movePurchases(work, pair, wallets)
  await moveClaims(work, pair)
  await moveIdentifiers(work, pair)
  await moveDevices(work, pair)
  await moveSessions(work, { kind: 'CONTACT', subject: pair.from }, pair.into)
  await givePasskeys(work, { kind: 'CONTACT', subject: pair.from }, pair.into)
  await moveMessages(work, pair)
  await giveNotes(work, pair)
  await mergeWishes(work, pair)
  await movePasses(work, pair)
  const schemes = await moveMemberships(work, pair)
  const contacts = await pointTo(work, pair)
  const after = await standingOf(work, pair)
  const moved = { belongings, preferred, schemes, counters, contacts, wishes, wallets: trace, after }
  const merge: Merge = {
    id,
    contact: { id: contact.id, code: contact.code },
    merged: { id: merged.id, code: merged.code },
    currency,
    ...money,
    purchases,
    at: work.at,
  }
  await insertMerge(work, merge, moved)
  await record(work, 'contact.merged', contact.id)
  return merge
}

export function show({
  id,
  contact,
  merged,
  purchases,
  currency,
  at,
  open,
  commerce,
  debt,
}: Merge): MergeReply {
  return {
    id,
    contact,
    merged,
    purchases,
    currency_code: currency,
    open: wireNumber(open, currency),
    commerce: wireNumber(commerce, currency),
    debt: wireNumber(debt, currency),
    created_on: epochSeconds(at),
  }
}
