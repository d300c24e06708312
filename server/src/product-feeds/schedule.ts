import { Cron } from 'croner'
import { invalidField } from '../kit/error.ts'

/** When something is done again and again: five fields of cron, as the clock of the zone shows them. */
export interface Schedule {
  readonly schedule: string
  readonly timeZone: string
}

/** Refuses what is no schedule, or one that never comes. */
export function refuseNoSchedule(schedule: Schedule, at: Date): void {
  const needed = 'minute, hour, day, month and weekday are needed, such as "30 4 * * 1-5"'
  try {
    if (nextAfter(schedule, at)) return
  } catch {
    throw invalidField('schedule', schedule.schedule, needed)
  }
  throw invalidField('schedule', schedule.schedule, 'a time that comes is needed')
}

/** The first time after the instant; a named hour that the clock skips is made up for, one that it repeats counts once. */
export function nextAfter({ schedule, timeZone }: Schedule, at: Date): Date | undefined {
  const times = new Cron(schedule, { mode: '5-part', timezone: timeZone, paused: true })
  return times.nextRun(at) ?? undefined
}
