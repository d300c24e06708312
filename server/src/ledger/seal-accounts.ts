import { type Database, transact, type Work } from '../db/index.ts'
import { nobody } from '../kit/actor.ts'
import type { AccountId } from '../kit/id.ts'
import { openingSeal, sealHash } from './chain.ts'
import {
  accountsAfter,
  accountsTouched,
  headsToSeal,
  insertSeal,
  readLastSeal,
  type SealedTenant,
  type StoredSeal,
  waitToSeal,
} from './seals.store.ts'

export interface Sealing extends SealedTenant {
  readonly at: Date
  /** Only accounts that transfers since then touched are looked at; undefined: every account. */
  readonly since?: Date
}

const MOST_ACCOUNTS = 5_000

/**
 * Pins where the changed accounts of a tenant stand, in as many seals as that takes; answers the seals. It reads what was
 * committed and locks nothing that a purchase locks: who posts meanwhile is in the next seal.
 */
export async function sealNow(
  database: Database,
  { at, since, ...tenant }: Sealing,
  signal?: AbortSignal,
): Promise<StoredSeal[]> {
  const actor = { ...nobody, ...tenant }
  const seals: StoredSeal[] = []
  for await (const accounts of candidates(database, { at, ...(since && { since }), ...tenant })) {
    if (signal?.aborted) break
    const seal = await transact(database, { actor, at }, (work) => sealAccounts(work, accounts))
    if (seal) seals.push(seal)
  }
  return seals
}

async function* candidates(database: Database, { tenant, since }: Sealing): AsyncGenerator<AccountId[]> {
  if (since) {
    const touched = await accountsTouched(database, tenant, since)
    for (let from = 0; from < touched.length; from += MOST_ACCOUNTS)
      yield touched.slice(from, from + MOST_ACCOUNTS)
    return
  }
  for (let after: AccountId | undefined; ; ) {
    const page = await accountsAfter(database, tenant, { after, most: MOST_ACCOUNTS })
    if (page.length > 0) yield page
    if (page.length < MOST_ACCOUNTS) return
    after = page.at(-1)
  }
}

async function sealAccounts(work: Work, accounts: readonly AccountId[]): Promise<StoredSeal | undefined> {
  await waitToSeal(work)
  const heads = await headsToSeal(work, accounts)
  if (heads.length === 0) return undefined
  const { tenant } = work.actor
  const last = await readLastSeal(work)
  const seal = {
    tenant,
    number: (last?.number ?? 0) + 1,
    at: work.at,
    previous: last?.hash ?? openingSeal(tenant),
  }
  const stored = { ...seal, accounts: heads.length, hash: sealHash(seal, heads) }
  await insertSeal(work, stored, heads)
  return stored
}
