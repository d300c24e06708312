import { isUniqueViolation, transact } from '../db/index.ts'
import {
  type Command,
  commandRoute,
  earlierReply,
  type RawReply,
  type Route,
  route,
  storeReply,
} from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { InvalidState } from '../kit/error.ts'
import { epochSeconds } from '../kit/time.ts'
import { aheadOf, type MovingSources, moveClock } from './move-clock.ts'
import { moveTestClock, readTestClock } from './test-clock.api.ts'

export interface TestHelpersWiring {
  readonly moving: MovingSources
}

export function testHelpersRoutes({ moving }: TestHelpersWiring): readonly Route[] {
  return [
    route(readTestClock, async ({ actor }) => {
      refuseLive(actor)
      const { clocks } = moving
      return { now: epochSeconds(clocks.clock(actor.tenant)), ahead_seconds: aheadOf(clocks, actor.tenant) }
    }),
    commandRoute(moveTestClock, async (command, { body }) => {
      refuseLive(command.actor)
      return once(command, moving, async () => JSON.stringify(await moveClock(moving, command.actor, body)))
    }),
  ]
}

function refuseLive({ mode }: Actor): void {
  if (mode === 'TEST') return
  throw InvalidState({
    parameters: ['mode', 'LIVE'],
    detail: 'The time of LIVE mode is everybody’s and cannot be moved; use a TEST key.',
  })
}

/** The same request under its key again gets the first answer: a clock that is moved by a day is not moved by two. */
async function once(
  command: Command,
  { database }: MovingSources,
  run: () => Promise<string>,
): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  if (key === undefined) return { status: 200, text: await run() }
  const earlier = await transact(database, command, (work) => earlierReply(work, key, hash))
  if (earlier) return earlier
  const reply = { status: 200, text: await run() }
  await transact(database, command, (work) => storeReply(work, key, hash, reply)).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error
  })
  return reply
}
