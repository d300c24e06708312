import { epochSeconds, later, MINUTE } from '../kit/time.ts'
import { openingOf, type Timing } from '../kit/timing.ts'
import { localMoment } from '../kit/zone.ts'

/** Looked ahead so far: what opens later than that is told by the offer's own words. */
const AHEAD = 24 * 60

export interface Opening {
  readonly is_open: boolean
  /** When that changes next, within a day. */
  readonly changes_on: number | null
  /** Of the clock on the wall. */
  readonly time_zone: string
}

/** Whether the clock on the wall stands within a window of each list, and until when it does or does not; null: there are no windows. */
export function openingNow(
  windows: readonly (readonly Timing[])[],
  { at, zone }: { readonly at: Date; readonly zone: string },
): Opening | null {
  if (windows.length === 0) return null
  const lists = windows.map((list) => list.map(openingOf))
  const isOpenAt = (moment: Date) => {
    const wall = localMoment(moment, zone)
    return lists.every((openings) => openings.some((isOpen) => isOpen(wall)))
  }
  const isOpen = isOpenAt(at)
  const minute = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE)
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    const moment = later(minute, ahead * MINUTE)
    if (isOpenAt(moment) !== isOpen) {
      return { is_open: isOpen, changes_on: epochSeconds(moment), time_zone: zone }
    }
  }
  return { is_open: isOpen, changes_on: null, time_zone: zone }
}
