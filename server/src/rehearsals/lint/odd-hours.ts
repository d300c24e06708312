import type { CompiledOffer } from '../../engine/index.ts'
import { type ChangedDay, type ClockChange, doubledTimings, lostTimings } from '../../kit/clock-changes.ts'
import { addMonths, MINUTE } from '../../kit/time.ts'
import { hoursOf, saysTimings, type Timing } from '../../kit/timing.ts'
import { atTime, type Draft } from './draft.ts'
import type { Finding, Judged, OddDays } from './finding.ts'
import type { Setting } from './setting.ts'
import { outcomeAlone, trialOf } from './trial.ts'
import { startOf } from './trying/times.ts'

const MONTHS_AHEAD = 36

/** Windows that the clock of a place skips, or shows twice, where it is set while the offer is available. */
export function oddHours(offer: CompiledOffer, setting: Setting, fulfilling: readonly Draft[]): Finding[] {
  const { terms } = offer.offer
  const timings = terms.conditions.flatMap((each) => (each.kind === 'TIMINGS' ? each.timings : []))
  if (timings.length === 0 || offer.occasion !== 'PURCHASE') return []
  const drafts = onePerZone(fulfilling)
  return drafts.flatMap((draft) => timings.flatMap((window) => oddAt(offer, setting, { draft, window })))
}

function onePerZone(drafts: readonly Draft[]): readonly Draft[] {
  return [...new Map(drafts.map((draft) => [draft.place.zone, draft])).values()]
}

interface Where {
  readonly draft: Draft
  readonly window: Timing
}

function oddAt(offer: CompiledOffer, setting: Setting, { draft, window }: Where): Finding[] {
  const from = new Date(startOf({ setting, offer }))
  const { to } = offer.offer.terms.availability
  const horizon = addMonths(setting.now, MONTHS_AHEAD)
  const until = to === undefined || to > horizon.getTime() ? horizon : new Date(to)
  if (until <= from) return []
  const { place } = draft
  const { zone } = place
  const judgedAt = (at: number): Judged => {
    const trial = trialOf(offer, atTime(draft, new Date(at), setting))
    return { trial, outcome: outcomeAlone(offer, trial) }
  }
  const lost = lostTimings(window, zone, from, until)
  const hours = hoursOf(window)
  // A window of a day and more hardly changes by an hour; one that is open for at least half as long again does.
  const doubled = doubledTimings(window, zone, from, until).filter(
    ({ minutes }) => minutes * 2 >= hours.end - hours.start,
  )
  const [skipped] = lost
  const [repeated] = doubled
  return [
    ...(skipped ? [lostOn(skipped, { place, window, days: lost }, atChange(skipped).map(judgedAt))] : []),
    ...(repeated
      ? [doubledOn(repeated, { place, window, days: doubled }, atStart(repeated, hours.start).map(judgedAt))]
      : []),
  ]
}

/** The minute before the clock is set, and the one after it. */
function atChange({ change }: ChangedDay): readonly number[] {
  return [change.at.getTime() - MINUTE, change.at.getTime()]
}

/** Both times at which the clock shows the first minute of the window that is repeated. */
function atStart({ day, change }: ChangedDay, start: number): readonly number[] {
  const repeated = change.at.getTime() + change.after * MINUTE
  const wall = Math.max(Date.parse(`${day}T00:00:00Z`) + start * MINUTE, repeated)
  return [wall - change.before * MINUTE, wall - change.after * MINUTE]
}

function lostOn({ change }: ChangedDay, clock: OddDays, judged: readonly Judged[]): Finding {
  return {
    code: 'LOST_HOUR',
    severity: 'WARNING',
    says: `${saysWindow(clock)} never comes: the clock goes from ${wallAt(change, change.before)} to ${wallAt(change, change.after)}.`,
    example: { of: 'CLOCK', clock, judged },
  }
}

function doubledOn({ change }: ChangedDay, clock: OddDays, judged: readonly Judged[]): Finding {
  return {
    code: 'DOUBLED_HOUR',
    severity: 'NOTICE',
    says: `${saysWindow(clock)} comes twice: the clock goes back from ${wallAt(change, change.before)} to ${wallAt(change, change.after)}.`,
    example: { of: 'CLOCK', clock, judged },
  }
}

/** "03:00–04:00 of 2027-03-28 and 2028-03-26 in Europe/Nicosia" */
function saysWindow({ window, days, place: { zone } }: OddDays): string {
  return `${saysTimings([window])} of ${days.map(({ day }) => day).join(' and ')} in ${zone}`
}

/** What the clock shows at the change, so many minutes after UTC. */
function wallAt({ at }: ClockChange, minutes: number): string {
  return new Date(at.getTime() + minutes * MINUTE).toISOString().slice(11, 16)
}
