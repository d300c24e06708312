import { localDay, localMoment } from '@tillback/server/kit/zone.ts'
import { FieldRow, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { wallText } from '../calendar/week.ts'
import { instantOf } from '../try/basket.ts'

const words = texts.editor.spending

interface InstantProps {
  readonly label: string
  readonly timeLabel: string
  readonly hint: string
  readonly error?: string | undefined
  /** Epoch seconds, as the API tells it. */
  readonly value: number | string | null | undefined
  readonly onChange: (at: number | null) => void
}

/** A day and a time on the clock of the business, wherever the viewer is. */
export function Instant({ label, timeLabel, hint, error, value, onChange }: InstantProps) {
  const { organisations } = useNames()
  const zone = organisations.find(({ type }) => type === 'BUSINESS')?.time_zone ?? 'UTC'
  const at = typeof value === 'number' ? new Date(value * 1_000) : undefined
  const day = at ? localDay(at, zone) : ''
  const time = at ? wallText(localMoment(at, zone).minute) : ''
  const set = (onDay: string, atTime: string) =>
    onChange(onDay === '' ? null : instantOf(onDay, atTime || '00:00', zone).getTime() / 1_000)
  return (
    <FieldRow>
      <TextField
        label={label}
        hint={hint}
        error={error}
        type="date"
        value={day}
        onChange={(next) => set(next, time)}
      />
      <TextField
        label={timeLabel}
        hint={words.clock(zone)}
        type="time"
        disabled={day === ''}
        value={time}
        onChange={(next) => set(day, next)}
      />
    </FieldRow>
  )
}
