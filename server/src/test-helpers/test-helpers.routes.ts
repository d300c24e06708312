import { nameOfCaller } from '../access/index.ts'
import { writeAct } from '../audit/index.ts'
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
import { type MovedReply, moveTestClock, readTestClock } from './test-clock.api.ts'

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
      return once(command, moving, async () => {
        const moved = await moveClock(moving, command.actor, body)
        if (command.actor.by.kind === 'user') await writeMove(command, moving, moved)
        return JSON.stringify(moved)
      })
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
