import type { EventType } from '../events/index.ts'
import { InvalidState, Refusal } from '../kit/error.ts'
import { newId } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { openStage, type StageWith } from './stage.ts'
import type { TriggeredReply } from './triggers.api.ts'
import { happenedSince } from './triggers.store.ts'
import { TRIGGERS_OF } from './triggers.ts'

/** Lets an event happen, and tells of what. */
export async function triggerEvent(sources: StageWith, event: EventType): Promise<TriggeredReply> {
  const { database, command, clock } = sources
  const { happens, run } = TRIGGERS_OF[event]
  if (!run)
    throw InvalidState({
      parameters: ['trigger', event],
      detail: `${event} is not made to happen. ${happens}`,
    })
  const since = newId()
  try {
    await run(openStage(sources), since)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw InvalidState({
      parameters: ['trigger', event],
      detail: `The business does not let it happen. ${happens} ${error.message}`,
    })
  }
  const events = await happenedSince(database, command.actor.tenant, since)
  return {
    event,
    object_id: events.findLast(({ type }) => type === event)?.object ?? null,
    events: events.map(({ id, type, object }) => ({ id, type, object_id: object })),
    now: epochSeconds(clock()),
  }
}
