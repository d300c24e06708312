import { type Database, isAway, runnerOfTransaction, transact } from '../db/index.ts'
import { record } from '../events/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import type { Clock } from '../kit/time.ts'
import { releaseBlock } from './end-block.ts'
import { type DueBlock, dueBlocks, lockBlock } from './wallet-blocks.store.ts'

export interface BlockSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

/** What a round came to. */
export interface ExpiredBlocks {
  released: number
  /** What went wrong with single blocks; they are looked at again in the next round. */
  readonly failed: unknown[]
}

const AT_ONCE = 100

/** Releases every block whose time is over, in all businesses; several servers may do a round at once. */
export async function expireBlocks(sources: BlockSources, signal?: AbortSignal): Promise<ExpiredBlocks> {
  const expired: ExpiredBlocks = { released: 0, failed: [] }
  const seen = new Set<string>()
  const sql = runnerOfTransaction(sources.database.query)
  for (;;) {
    const { clock, only } = sources
    const due = (await dueBlocks(sql, { at: clock(), most: AT_ONCE, only })).filter(({ id }) => !seen.has(id))
    if (due.length === 0) return expired
    for (const block of due) {
      if (signal?.aborted) return expired
      seen.add(block.id)
      await expireOne(sources, block, expired)
    }
  }
}

async function expireOne({ database, clock }: BlockSources, due: DueBlock, expired: ExpiredBlocks) {
  const { tenant, business, mode, id } = due
  const actor: Actor = { ...nobody, tenant, business, mode }
  const at = clock(tenant)
  try {
    await transact(database, { actor, at }, async (work) => {
      const block = await lockBlock(work, id)
      // It was taken or released while this waited, or kept for longer.
      if (block?.state !== 'BLOCKED' || block.expiresAt > at) return
      await releaseBlock(work, block, 'EXPIRED')
      if (block.entity === 'ORDER') await record(work, 'order.updated', block.entityId)
      expired.released += 1
    })
  } catch (error) {
    if (isAway(error)) throw error
    expired.failed.push(error)
  }
}
