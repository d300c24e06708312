import type { Logger } from 'pino'
import { type Database, openRounds, type Round, type Rounds } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type Clock, HOUR, later, MINUTE } from '../kit/time.ts'
import { sealNow } from './seal-accounts.ts'
import { readTenants, type SealedTenant } from './seals.store.ts'

export interface SealRoundsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly everyMs: number
}

/** When this process sealed a tenant last, and when it last looked at every account for it. */
interface Sealed {
  readonly at: Date
  readonly wholeAt: Date
}

/** Transfers become visible after the time that they carry; no transaction takes so long. */
const LATEST_MS = 5 * MINUTE
/** All accounts are looked at so often, so that what came later all the same, or under a clock that was put back, is sealed too. */
const WHOLE_EVERY_MS = HOUR

/** Seals what changed in every tenant, every minute or so; ends after the one it is at. */
export function openSealRounds({ database, clock, log, everyMs }: SealRoundsOptions): Rounds {
  const sealed = new Map<Tenant, Sealed>()
  const seal = async (tenant: SealedTenant, signal: AbortSignal) => {
    const at = clock(tenant.tenant)
    const last = sealed.get(tenant.tenant)
    const since = sinceOf(last, at)
    await sealNow(database, { ...tenant, at, ...(since && { since }) }, signal)
    sealed.set(tenant.tenant, { at, wholeAt: since && last ? last.wholeAt : at })
  }
  const run = async ({ signal, tell }: Round) => {
    for (const tenant of await readTenants(database)) {
      if (signal.aborted) return
      // One tenant that cannot be sealed keeps none of the others from it.
      await seal(tenant, signal).catch((err) => tell(err, 'a tenant was not sealed'))
    }
  }
  return openRounds({ log, everyMs, of: 'seals', run })
}

function sinceOf(last: Sealed | undefined, at: Date): Date | undefined {
  if (!last || at < last.at || at.getTime() - last.wholeAt.getTime() >= WHOLE_EVERY_MS) return undefined
  return later(last.at, -LATEST_MS)
}
