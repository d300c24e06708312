import { setTimeout as sleep } from 'node:timers/promises'
import { nameOfCaller } from '../access/index.ts'
import { writeAct } from '../audit/index.ts'
import { transact } from '../db/index.ts'
import { type Command, commandRoute, type Route, route } from '../http/index.ts'
import { epochSeconds, later, SECOND } from '../kit/time.ts'
import type { SessionKeys } from '../sessions/index.ts'
import { openTestContactSession } from './contact-session.api.ts'
import { aheadOf, type MovingSources, moveClock } from './move-clock.ts'
import { once } from './once.ts'
import type { Clocks } from './open-clocks.ts'
import { openContactSession } from './open-contact-session.ts'
import { refuseLive } from './refuse-live.ts'
import { type MovedReply, moveTestClock, readTestClock } from './test-clock.api.ts'
import { nextExpiry } from './test-clocks.store.ts'
import { wipeTestData } from './wipe.api.ts'
import { wipeData } from './wipe-data.ts'

export interface TestHelpersWiring {
  readonly moving: MovingSources
  readonly sessionKeys: SessionKeys
  /** Lets go of keys and tokens that this process remembers. */
  readonly forgetCallers: () => void
}

const CLOCK_OF_LIVE = 'The time of LIVE mode is everybody’s and cannot be moved; use a TEST key.'

export function testHelpersRoutes({
  moving,
  sessionKeys,
  forgetCallers,
}: TestHelpersWiring): readonly Route[] {
  return [
    route(readTestClock, async ({ actor, sql }) => {
      refuseLive(actor, CLOCK_OF_LIVE)
      const { clocks } = moving
      const now = clocks.clock(actor.tenant)
      const expiry = await nextExpiry(sql, actor.tenant, now)
      return {
        now: epochSeconds(now),
        ahead_seconds: aheadOf(clocks, actor.tenant),
        // A second that has begun is waited for, so that it is over when the clock stands there.
        next_expiry_on: expiry ? epochSeconds(later(expiry, SECOND - 1)) : null,
      }
    }),
    commandRoute(moveTestClock, async (command, { body }) => {
      refuseLive(command.actor, CLOCK_OF_LIVE)
      return once(command, moving.database, async () => {
        const moved = await moveClock(moving, command.actor, body)
        if (command.actor.by.kind === 'user') await writeMove(command, moving, moved)
        return JSON.stringify(moved)
      })
    }),
    route(openTestContactSession, (work, { params }) => openContactSession(work, params.id, sessionKeys)),
    route(
      wipeTestData,
      (work, { body }) => wipeData(work, body, moving.clocks.clock()),
      async () => {
        forgetCallers()
        await everywhere(moving.clocks)
      },
    ),
  ]
}

/** Until every process tells the time that this one has just set. */
async function everywhere({ refresh, spreadMs }: Clocks): Promise<void> {
  await refresh()
  if (spreadMs > 0) await sleep(spreadMs)
}

/** What staff did stands in the log, at the time to which they moved. */
function writeMove(command: Command, { database, clocks }: MovingSources, moved: MovedReply): Promise<void> {
  const { actor } = command
  return transact(database, { actor, at: clocks.clock(actor.tenant) }, async (work) =>
    writeAct(work, command, {
      operation: moveTestClock.name,
      target: undefined,
      changes: [{ field: 'now', before: moved.moved_from, after: moved.now }],
      name: await nameOfCaller(work),
    }),
  )
}
