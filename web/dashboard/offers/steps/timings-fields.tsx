import { Button, IconButton } from '../../../kit/button.tsx'
import { ChipsField, FieldRow, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import type { ConditionOf } from '../draft.ts'
import styles from '../editor.module.css'
import type { ConditionFieldsProps } from './condition-fields.tsx'

const words = texts.editor.conditions
const more = texts.editor.timings

type Timing = ConditionOf<'TIMINGS'>['timings'][number]

// The API begins the week with Sunday as 1; people read it from Monday.
const DAYS = [2, 3, 4, 5, 6, 7, 1] as const

/** Windows of days and hours, any of which will do. */
export function TimingsFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'TIMINGS'>>) {
  const { timings } = condition
  const replace = (at: number, next: readonly Timing[]) =>
    onChange({ ...condition, timings: timings.toSpliced(at, 1, ...next) })
  return (
    <>
      <ol className={styles.rows}>
        {timings.map((timing, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: windows have no other name than their place
          <li key={at} className={styles.part}>
            {timings.length > 1 && (
              <header>
                {more.window(at + 1)}
                <IconButton icon="trash" label={more.remove(at + 1)} onClick={() => replace(at, [])} />
              </header>
            )}
            <TimingFields timing={timing} onChange={(next) => replace(at, [next])} />
          </li>
        ))}
      </ol>
      <div>
        <Button icon="plus" onClick={() => onChange({ ...condition, timings: [...timings, FRESH] })}>
          {more.add}
        </Button>
      </div>
    </>
  )
}

const FRESH: Timing = { days: [7, 1], start_time: '10:00', end_time: '12:00' }

interface TimingFieldsProps {
  readonly timing: Timing
  readonly onChange: (timing: Timing) => void
}

function TimingFields({ timing, onChange }: TimingFieldsProps) {
  const set = (part: Partial<Timing>) => onChange({ ...timing, ...part })
  const isOverMidnight =
    timing.start_time !== undefined && timing.end_time !== undefined && timing.end_time <= timing.start_time
  return (
    <>
      <ChipsField
        label={words.days}
        options={DAYS.map((day) => [String(day), words.dayNames[day]])}
        chosen={(timing.days ?? []).map(String)}
        onChange={(days) => set({ days: numbers(days) })}
      />
      <FieldRow>
        <TextField
          label={words.from}
          type="time"
          value={timing.start_time?.slice(0, 5) ?? ''}
          onChange={(time) => set({ start_time: time || undefined })}
        />
        <TextField
          label={words.until}
          hint={isOverMidnight ? more.overMidnight : undefined}
          type="time"
          // A place for a time has no 24:00; the midnight after means the same.
          value={timing.end_time?.slice(0, 5).replace('24:00', '00:00') ?? ''}
          onChange={(time) => set({ end_time: time || undefined })}
        />
      </FieldRow>
      <details className={styles.more} open={timing.months !== undefined || undefined}>
        <summary>{more.months}</summary>
        <div>
          <ChipsField
            label={more.months}
            options={Object.entries(more.monthNames)}
            chosen={(timing.months ?? []).map(String)}
            onChange={(months) => set({ months: numbers(months) })}
          />
        </div>
      </details>
    </>
  )
}

/** None of them is all of them. */
function numbers(chosen: readonly string[]): readonly number[] | undefined {
  return chosen.length === 0 ? undefined : chosen.map(Number).toSorted((a, b) => a - b)
}
