import { EVENT_TYPES } from '../events/index.ts'
import { askWithin, commandRoute, type Route, route } from '../http/index.ts'
import type { MovingSources } from './move-clock.ts'
import { once } from './once.ts'
import { refuseLive } from './refuse-live.ts'
import { triggerEvent } from './trigger-event.ts'
import { listTriggers, triggerEvent as triggerEndpoint } from './triggers.api.ts'
import { TRIGGERS_OF } from './triggers.ts'

const ONLY_IN_TEST = 'In LIVE mode things happen by themselves; use a TEST key.'

/** `served` are the endpoints that triggers ask. */
export function triggersRoutes(
  served: readonly Route[],
  { moving: { database, clocks, moveMoney } }: { readonly moving: MovingSources },
): readonly Route[] {
  const ask = askWithin(served)
  return [
    route(listTriggers, async ({ actor }) => {
      refuseLive(actor, ONLY_IN_TEST)
      return {
        content: EVENT_TYPES.map((event) => {
          const { happens, run } = TRIGGERS_OF[event]
          return { event, happens, can_be_triggered: run !== undefined }
        }),
      }
    }),
    commandRoute(triggerEndpoint, async (command, { body }) => {
      const { actor } = command
      refuseLive(actor, ONLY_IN_TEST)
      return once(command, database, async () => {
        const clock = () => clocks.clock(actor.tenant)
        const sources = { database, ask, command, clock, moveMoney: () => moveMoney(actor) }
        return JSON.stringify(await triggerEvent(sources, body.event))
      })
    }),
  ]
}
