import { demoZone } from '../../server/src/main/demo/fixture.ts'
import { replayedAt } from '../../server/src/main/demo/history.ts'

/** The instant at which a wall clock of the data is replayed, so many days later. */
export function instantOf(at: string, shiftDays: number): Date {
  return replayedAt({ basket: '', household: '', store: '', at, lines: [] }, shiftDays)
}

/** Epoch seconds of the beginning of a day of the data, or of the days after it. */
export function startOfDay(day: string, shiftDays: number, daysLater = 0): number {
  return Math.floor(instantOf(`${day}T00:00:00`, shiftDays + daysLater).getTime() / 1_000)
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: demoZone,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** Whether the hour does not exist on the day to which it is moved, because clocks are set forward there. */
export function isSkippedHour(at: string, shiftDays: number): boolean {
  return wallClock.format(instantOf(at, shiftDays)).slice(11) !== at.slice(11)
}
