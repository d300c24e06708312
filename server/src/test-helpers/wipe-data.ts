import type { Work } from '../db/index.ts'
import { configurationChanged, everythingIsGone, productsChanged } from '../events/index.ts'
import { Forbidden } from '../http/index.ts'
import { epochSeconds } from '../kit/time.ts'
import { clockMoves, refuseLive } from './refuse-live.ts'
import type { WipeBody, WipedReply } from './wipe.api.ts'
import {
  allowWipe,
  emptyTable,
  forgetFeeds,
  forgetInConfiguration,
  holdStill,
  removeKeysOfPlaces,
  removeOfContacts,
  removePlaces,
} from './wipe.store.ts'
import { WIPED_TABLES } from './wiped-tables.ts'

/** Removes what happened in the TEST business, and how it is configured unless that is kept. `machine` is the time of LIVE mode. */
export async function wipeData(work: Work, { keep }: WipeBody, machine: Date): Promise<WipedReply> {
  const { actor } = work
  refuseLive(actor, 'The data of LIVE mode is never wiped; use a TEST key.')
  if (actor.within !== undefined) {
    throw Forbidden({ detail: 'A key of one merchant or venue does not wipe the whole business.' })
  }
  const isAll = keep === 'NOTHING'
  if (!(await holdStill(work, isAll))) throw clockMoves()
  const now = isAll ? machine : work.at
  await allowWipe(work)
  await forgetInConfiguration(work)
  const removed: { name: string; count: number }[] = []
  for (const [name, wiped] of WIPED_TABLES) {
    const count = await removeOf(work, name, wiped === 'HISTORY' || (wiped === 'CONFIGURATION' && isAll))
    if (count > 0) removed.push({ name, count })
  }
  if (isAll) await removeKeysOfPlaces(work)
  await forgetFeeds(work, now)
  await (isAll ? everythingIsGone(work) : configurationChanged(work))
  await productsChanged(work)
  return { kept: keep, removed, now: epochSeconds(now) }
}

/** Of staff and of contacts, in one table. */
const OF_BOTH = ['sessions', 'passkeys', 'passkey_challenges']

function removeOf(work: Work, table: string, isWiped: boolean): Promise<number> {
  if (OF_BOTH.includes(table)) return removeOfContacts(work, table)
  if (!isWiped) return Promise.resolve(0)
  return table === 'organisations' ? removePlaces(work) : emptyTable(work, table)
}
