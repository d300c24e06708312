import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { PAGE, pageOfHistory } from './history.store.ts'
import { bytesOf } from './packed-bytes.ts'
import { packPage } from './packed-history.ts'
import { keepPage } from './packed-pages.store.ts'
import { unpackedPages } from './unpacked.store.ts'

interface Packing {
  /** Left out: as many as a replay reads at once. */
  readonly size?: number | undefined
  /** How much longer than the packing of a page it rests after it: nobody waits for this, and purchases want the cores. */
  readonly restsTimes: number
}

const PACKING = 130_039

/**
 * Packs every page of every history that is full and was not packed yet, so that the first replay of a history need not; answers how
 * many. Wants a connection that gives documents as their texts.
 */
export async function packAhead(db: Kysely<Tables>, { size = PAGE, restsTimes }: Packing): Promise<number> {
  let packed = 0
  for (const { tenant } of await unpackedPages(db, { size })) {
    for (;;) {
      const started = performance.now()
      if (!(await packNext(db, tenant, size))) break
      packed += 1
      await pause((performance.now() - started) * restsTimes)
    }
  }
  return packed
}

/** Packs the next page of a tenant; false: none is full, or another process packs it. */
async function packNext(db: Kysely<Tables>, tenant: Tenant, size: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows: locks } = await sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(${PACKING}::int, ${tenant}::int) as is_ours`.execute(transaction)
    if (!locks[0]?.is_ours) return false
    const [next] = await unpackedPages(transaction, { tenant, size })
    if (!next) return false
    const span = { tenant, from: undefined, to: undefined }
    const rows = await pageOfHistory(transaction, span, { after: next.after, most: size })
    await keepPage(transaction, tenant, { rows, bytes: bytesOf(packPage(rows)) })
    return true
  })
}
