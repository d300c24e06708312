import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, runnerOfTransaction } from '../db/index.ts'
import type { Actor, Tenant } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { addMonths, DAY, epochSeconds, MINUTE } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Clocks } from './open-clocks.ts'
import { clockMoves } from './refuse-live.ts'
import { afterDuration, nextStop } from './steps.ts'
import type { MoveBody, MovedReply } from './test-clock.api.ts'
import { holdClock, letGo, nextDue, setAhead } from './test-clocks.store.ts'

export interface MovingSources {
  readonly database: Database
  readonly clocks: Clocks
  /** Does all that is due in one business, as rounds do by themselves. */
  readonly doDue: (actor: Actor) => Promise<void>
  /** Of that only what moves money. */
  readonly moveMoney: (actor: Actor) => Promise<void>
  /** How long one request may take. */
  readonly patienceMs?: number
}

const MOST_MS = 366 * DAY
// Longer than one stop takes.
const HOLD_MS = 5 * MINUTE
const PATIENCE_MS = 4 * MINUTE

/** Moves the clock of a TEST business from one thing that falls due to the next, and does each at its time. */
export async function moveClock(sources: MovingSources, actor: Actor, wanted: MoveBody): Promise<MovedReply> {
  const { database, clocks } = sources
  const { tenant } = actor
  const sql = runnerOfTransaction(database.query)
  if (!(await holdClock(sql, tenant, HOLD_MS))) throw clockMoves()
  try {
    await clocks.refresh()
    const from = clocks.clock(tenant)
    const { timeZone } = await readBusiness(database.query, tenant)
    const way = { from, to: targetOf(wanted, from), timeZone }
    const until = performance.now() + (sources.patienceMs ?? PATIENCE_MS)
    let stops = 0
    for (let at = from; at < way.to && performance.now() < until; stops += 1) {
      at = nextStop(way, at, await nextDue(sql, tenant, at))
      await setAhead(sql, tenant, { aheadMs: at.getTime() - clocks.clock().getTime(), holdMs: HOLD_MS })
      await clocks.refresh()
      await sources.doDue(actor)
    }
    // Answered when every process tells this time.
    if (clocks.spreadMs > 0) await sleep(clocks.spreadMs)
    const now = clocks.clock(tenant)
    return {
      now: epochSeconds(now),
      ahead_seconds: aheadOf(clocks, tenant),
      moved_from: epochSeconds(from),
      stops,
      is_there: now >= way.to,
    }
  } finally {
    await letGo(sql, tenant)
  }
}

export function aheadOf({ clock }: Clocks, tenant: Tenant): number {
  const machine = clock()
  return epochSeconds(clock(tenant)) - epochSeconds(machine)
}

function targetOf({ to, by }: MoveBody, from: Date): Date {
  const target = by === undefined ? (to ?? from) : afterDuration(from, by, addMonths)
  if (!target) throw invalidField('by', `"${by}"`, 'an ISO 8601 duration such as "P3D" or "PT90M" is needed')
  const name = by === undefined ? 'to' : 'by'
  const seen = by === undefined ? target.toISOString() : `"${by}"`
  if (target < from)
    throw invalidField(name, seen, `it is ${from.toISOString()}, and the clock moves forward only`)
  if (target.getTime() - from.getTime() > MOST_MS)
    throw invalidField(name, seen, 'at most 366 days may pass at once')
  return target
}
