import { type Database, isAway, runnerOfTransaction, transact } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import type { Clock } from '../kit/time.ts'
import { type Catalogue, type Catalogues, catalogueFor } from '../purchases/index.ts'
import { CELEBRATIONS, type Celebration, giftDays } from './gift-days.ts'
import { type Celebrating, readCelebrating, readGivingTenants } from './gifts.store.ts'
import { judgedBy } from './happening.ts'
import { rewardOccasion } from './reward-occasion.ts'

export interface GiftSources {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

/** What a round came to. */
export interface Given {
  /** Contacts whose celebration was judged. */
  judged: number
  /** Those of them who got something. */
  awarded: number
  /** What went wrong with single contacts; they are judged again in the next round. */
  readonly failed: unknown[]
}

/**
 * Gives what is due for birthdays and name days, in all businesses. Who was given something, or was judged today by the same
 * offers, is not looked at again, so a round may begin at any time, and several servers may do one at once.
 */
export async function giveGifts(sources: GiftSources, signal?: AbortSignal): Promise<Given> {
  const given: Given = { judged: 0, awarded: 0, failed: [] }
  const sql = runnerOfTransaction(sources.database.query)
  for (const { tenant, business, mode } of await readGivingTenants(sql, sources.only)) {
    const actor: Actor = { ...nobody, tenant, business, mode }
    // One instant for the whole business: a round that goes on past midnight still gives what was due when it began.
    const at = sources.clock(tenant)
    const catalogue = await transact(sources.database, { actor, at }, (work) =>
      catalogueFor(work, sources.catalogues),
    )
    for (const occasion of CELEBRATIONS)
      await giveFor({ sources, actor, at, catalogue, occasion }, given, signal)
  }
  return given
}

interface Giving {
  readonly sources: GiftSources
  readonly actor: Actor
  readonly at: Date
  readonly catalogue: Catalogue
  readonly occasion: Celebration
}

const PAGE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

async function giveFor(giving: Giving, given: Given, signal: AbortSignal | undefined): Promise<void> {
  const { sources, actor, at, catalogue, occasion } = giving
  const days = giftDays(catalogue, occasion, at)
  if (days.length === 0) return
  const sql = runnerOfTransaction(sources.database.query)
  const sought = { tenant: actor.tenant, occasion, days, judgedBy: judgedBy(catalogue, at), most: PAGE }
  let after = BEFORE_ALL
  for (;;) {
    const celebrating = await readCelebrating(sql, { ...sought, after })
    for (const each of celebrating) {
      if (signal?.aborted) return
      await giveOne(giving, each, given)
    }
    const last = celebrating.at(-1)
    if (!last || celebrating.length < PAGE) return
    after = last.contact
  }
}

/** In a transaction of its own: one that cannot be given keeps nobody else from theirs. */
async function giveOne(giving: Giving, { contact, year }: Celebrating, given: Given): Promise<void> {
  const { sources, actor, at, occasion } = giving
  const { database, catalogues } = sources
  try {
    // Posted at its own time, judged at the round's: no report may find that the past has changed.
    const { award } = await transact(database, { actor, at: sources.clock(actor.tenant) }, async (work) =>
      rewardOccasion(work, await catalogueFor(work, catalogues), {
        occasion,
        contact,
        date: at,
        reference: year,
        again: true,
      }),
    )
    given.judged += 1
    if (award > 0n) given.awarded += 1
  } catch (error) {
    // With the database away or overloaded, the rest of the round would fail too.
    if (isAway(error)) throw error
    given.failed.push(error)
  }
}
