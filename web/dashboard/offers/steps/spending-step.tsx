import { CheckField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { type Draft, typed } from '../draft.ts'
import styles from '../editor.module.css'
import type { StepProps } from '../editor.tsx'
import { useProblem } from '../problems.tsx'
import { Instant } from './instant.tsx'

const words = texts.editor.spending
const UNITS = ['HOURS', 'DAYS', 'WEEKS', 'MONTHS', 'YEARS'] as const
const POLICIES = ['PRO_RATA', 'KEEP', 'REJUDGE'] as const

/** When the offer runs, where what it gives may be spent, and until when. */
export function SpendingStep({ draft, change }: StepProps) {
  const { pools } = useNames()
  const { availability } = draft
  const problem = useProblem()
  return (
    <>
      <Instant
        label={words.from}
        timeLabel={words.fromTime}
        hint={words.fromHint}
        value={availability?.from}
        onChange={(from) => change({ availability: { ...availability, from } })}
      />
      <Instant
        label={words.to}
        timeLabel={words.toTime}
        hint={words.toHint}
        error={problem('availability.to')}
        value={availability?.to}
        onChange={(to) => change({ availability: { ...availability, to } })}
      />
      <SelectField
        label={words.pool}
        hint={words.poolHint}
        value={draft.commerce_pool?.id ?? ''}
        options={pools.map(({ id, name }) => [id, name])}
        onChange={(id) => change({ commerce_pool: { id } })}
      />
      <Span
        label={words.expires}
        none={words.asPool}
        value={draft.expires_after}
        onChange={(expires_after) => change({ expires_after })}
      />
      <Span
        label={words.available}
        none={words.atOnce}
        value={draft.available_after}
        onChange={(available_after) => change({ available_after })}
      />
      <details className={styles.more}>
        <summary>{words.beside}</summary>
        <div>
          <CheckField
            label={words.onTop}
            isChecked={draft.on_top === true}
            onChange={(on_top) => change({ on_top })}
          />
          <FieldRow>
            <TextField
              label={words.priority}
              inputMode="numeric"
              value={typed(draft.priority)}
              onChange={(priority) => change({ priority: Number.parseInt(priority, 10) || 0 })}
            />
            <TextField
              label={words.group}
              value={draft.exclusive_group ?? ''}
              onChange={(group) => change({ exclusive_group: group === '' ? null : group })}
            />
            <SelectField
              label={words.returns}
              value={draft.return_policy ?? 'PRO_RATA'}
              options={POLICIES.map((each) => [each, words.policies[each]])}
              onChange={(value) => change({ return_policy: POLICIES.find((each) => each === value) })}
            />
          </FieldRow>
        </div>
      </details>
    </>
  )
}

interface SpanProps {
  readonly label: string
  /** What holds without one. */
  readonly none: string
  readonly value: Draft['expires_after']
  readonly onChange: (value: Draft['expires_after']) => void
}

export function Span({ label, none, value, onChange }: SpanProps) {
  return (
    <FieldRow>
      <TextField
        label={label}
        placeholder={none}
        inputMode="numeric"
        value={typed(value?.count)}
        onChange={(text) => {
          const count = Number.parseInt(text, 10)
          onChange(count > 0 ? { count, unit: value?.unit ?? 'DAYS' } : null)
        }}
      />
      <SelectField
        label={words.unit}
        value={value?.unit ?? 'DAYS'}
        options={UNITS.map((each) => [each, words.units[each]])}
        onChange={(unit) =>
          value && onChange({ ...value, unit: UNITS.find((each) => each === unit) ?? 'DAYS' })
        }
      />
    </FieldRow>
  )
}
