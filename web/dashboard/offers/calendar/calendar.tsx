import type { Timing } from '@tillback/server/kit/timing.ts'
import { localDay } from '@tillback/server/kit/zone.ts'
import { useMemo, useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { SelectField } from '../../../kit/field.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { Rows } from '../../../kit/rows.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import type { ConditionOf, Draft } from '../draft.ts'
import styles from './calendar.module.css'
import { Drawing } from './drawing.tsx'
import {
  type DayOfWeek,
  mondayOf,
  nextClockChange,
  type Runs,
  type Span,
  shifted,
  wallText,
  weekOf,
} from './week.ts'

const words = texts.calendar

/** When the offer runs, week by week, on the clock of a venue. */
export function Calendar({ draft }: { readonly draft: Draft }) {
  const { organisations } = useNames()
  const places = organisations.filter(({ type }) => type !== 'BUSINESS')
  const [chosen, setChosen] = useState('')
  const [first] = places.toSorted(({ type }) => (type === 'VENUE' ? -1 : 1))
  const place = places.find(({ id }) => id === chosen) ?? first ?? organisations[0]
  if (!place) return null
  return (
    <>
      {places.length > 1 && (
        <SelectField
          label={words.place}
          hint={words.zone(place.time_zone)}
          value={place.id}
          options={places.map(({ id, name }) => [id, name])}
          onChange={setChosen}
        />
      )}
      <Week key={place.time_zone} runs={runsOf(draft)} zone={place.time_zone} />
    </>
  )
}

/** What the draft says of time. */
function runsOf({ conditions, availability }: Draft): Runs {
  const timings = (conditions ?? []).flatMap((each) => (each.kind === 'TIMINGS' ? [each.timings] : []))
  return {
    windows: timings.map((list) => list.map(windowOf)),
    from: millis(availability?.from),
    to: millis(availability?.to),
  }
}

type Sent = ConditionOf<'TIMINGS'>['timings'][number]

function windowOf({ days, day, months, month, start_time, end_time }: Sent): Timing {
  return {
    ...listed('days', days ?? (day === undefined ? undefined : [day])),
    ...listed('months', months ?? (month === undefined ? undefined : [month])),
    ...(start_time === undefined ? {} : { start_time: start_time.slice(0, 5) }),
    ...(end_time === undefined ? {} : { end_time: end_time.slice(0, 5) }),
  }
}

function listed<Name extends string>(name: Name, values: readonly number[] | undefined) {
  return values === undefined ? {} : { [name]: [...values] }
}

function millis(at: number | string | null | undefined): number | undefined {
  return typeof at === 'number' ? at * 1_000 : undefined
}

function Week({ runs, zone }: { readonly runs: Runs; readonly zone: string }) {
  const today = localDay(new Date(), zone)
  const [monday, setMonday] = useState(() => mondayOf(today))
  // A week is ten thousand minutes: it is not gone through again for each letter that is typed elsewhere.
  const told = JSON.stringify(runs)
  const week = useMemo(() => weekOf(JSON.parse(told), monday, zone), [told, monday, zone])
  const change = useMemo(() => nextClockChange(shifted(monday, 6), zone), [monday, zone])
  return (
    <div className={styles.week}>
      <div className={styles.turn}>
        <Button aria-label={words.before} onClick={() => setMonday(shifted(monday, -7))}>
          <Icon name="back" />
        </Button>
        <strong aria-live="polite">{words.week(dayName(monday), dayName(shifted(monday, 6)))}</strong>
        <Button aria-label={words.after} onClick={() => setMonday(shifted(monday, 7))}>
          <Icon name="forward" />
        </Button>
        <Button kind="quiet" disabled={monday === mondayOf(today)} onClick={() => setMonday(mondayOf(today))}>
          {words.thisWeek}
        </Button>
        {change !== undefined && (
          <Button kind="quiet" onClick={() => setMonday(mondayOf(change))}>
            {words.clockChange(dayName(change))}
          </Button>
        )}
      </div>
      <Drawing week={week} today={today} names={week.map(({ day }) => dayName(day))} />
      <Rows
        label={words.table}
        head={[words.day, words.runs, words.clock]}
        texts={[1, 2]}
        rows={week.map((each) => ({
          key: each.day,
          cells: [dayName(each.day), spansText(each), changeText(each)],
        }))}
      />
    </div>
  )
}

function spansText({ spans }: DayOfWeek): string {
  return spans.length === 0 ? words.not : spans.map(spanText).join(', ')
}

/** Where the clock is set, the time that really passes is told. */
function spanText({ start, end, minutes }: Span): string {
  if (start === 0 && end === 1_440 && minutes === 1_440) return words.allDay
  const text = `${wallText(start)}–${wallText(end)}`
  return minutes === end - start ? text : words.really(text, minutes)
}

function changeText({ change }: DayOfWeek): string {
  if (!change) return texts.nothing
  const [before, after] = [wallText(change.before), wallText(change.after)]
  return change.after > change.before ? words.forward(before, after) : words.back(before, after)
}

function dayName(day: string): string {
  const format = new Intl.DateTimeFormat(texts.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}
