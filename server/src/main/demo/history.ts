import { DAY } from '../../kit/time.ts'
import { offsetAt } from '../../kit/zone.ts'
import { type DemoBasket, demoZone } from './fixture.ts'

/** The day after the last basket of the sample. */
const END_OF_SAMPLE = Date.UTC(2018, 0, 1)

/**
 * How many days later the sample is replayed, so that it ends within the week before the demo was made. Whole weeks, so that
 * every basket keeps its weekday and its hour, which offers look at.
 */
export function shiftOf(madeAt: Date): number {
  return Math.floor((madeAt.getTime() - END_OF_SAMPLE) / (7 * DAY)) * 7
}

/** When a basket is replayed: its wall clock in the stores' zone, so many days later. */
export function replayedAt({ at }: DemoBasket, shiftDays: number): Date {
  const wall = new Date(`${at}Z`).getTime() + shiftDays * DAY
  // The offset of a wall time is that of the instant it names, which differs from the first guess only around clock changes.
  const guess = wall - offsetAt(new Date(wall), demoZone)
  return new Date(wall - offsetAt(new Date(guess), demoZone))
}
