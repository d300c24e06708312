import { z } from 'zod'
import { openingOf, saysTimings, timing } from '../../kit/timing.ts'
import * as wire from '../../kit/wire.ts'
import type { LocalMoment } from '../../kit/zone.ts'
import { condition } from '../condition.ts'

const kind = z.literal('TIMINGS')
const MOST = 100

/** Bought on these days and hours of the venue's wall clock. */
export const timings = condition({
  kind: 'TIMINGS',
  settings: z.strictObject({ kind, timings: z.array(timing).min(1).max(MOST) }),
  body: z.strictObject({ kind, timings: z.array(wire.timing).min(1).max(MOST) }),
  reply: z.object({ kind, timings: z.array(timing) }),
  fromWire: ({ kind, timings }) => ({ kind, timings: timings.map(wire.readTiming) }),
  toWire: (settings) => settings,
  says: ({ timings }, { words }) => words.conditions.timings(timings),
  compile: ({ timings }) => {
    const openings = timings.map(openingOf)
    return {
      holds: ({ local }) => openings.some((isOpen) => isOpen(local)),
      shortfall: ({ local }) => ({ seen: clock(local), needed: saysTimings(timings) }),
    }
  },
})

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function clock({ weekday, minute }: LocalMoment): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${DAYS[weekday - 1]} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
