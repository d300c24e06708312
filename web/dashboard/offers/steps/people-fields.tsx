import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { dayOf, dayStart } from '../../list/days.ts'
import { texts } from '../../texts.ts'
import { type ConditionOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import type { ConditionFieldsProps } from './condition-fields.tsx'
import { WordsField } from './words-field.tsx'

const words = texts.editor.conditions

export function SegmentFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'SEGMENTS'>>) {
  const set = (name: 'any_of' | 'none_of', names: readonly string[]) =>
    onChange({ ...condition, [name]: names.length === 0 ? undefined : names })
  return (
    <FieldRow>
      <WordsField
        label={words.anyOf}
        hint={words.commas}
        words={condition.any_of}
        onChange={(names) => set('any_of', names)}
      />
      <WordsField
        label={words.noneOf}
        words={condition.none_of}
        onChange={(names) => set('none_of', names)}
      />
    </FieldRow>
  )
}

/** New customers, or old ones: by how long ago they signed up, or when. */
export function MemberFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'MEMBER_SINCE'>>) {
  const problem = useProblem()
  return (
    <>
      <TextField
        label={words.withinDays}
        error={problem('within_days')}
        inputMode="numeric"
        value={typed(condition.within_days)}
        onChange={(days) => onChange({ ...condition, within_days: Number(days) || undefined })}
      />
      <FieldRow>
        <TextField
          label={words.signedUpFrom}
          error={problem('from')}
          type="date"
          value={dayIn(condition.from)}
          onChange={(day) => onChange({ ...condition, from: dayStart(day) })}
        />
        <TextField
          label={words.signedUpBefore}
          error={problem('before')}
          type="date"
          value={dayIn(condition.before)}
          onChange={(day) => onChange({ ...condition, before: dayStart(day) })}
        />
      </FieldRow>
    </>
  )
}

function dayIn(at: number | string | undefined): string {
  return typeof at === 'number' ? dayOf(at) : ''
}

const DURING = ['DAY', 'WEEK', 'MONTH'] as const

export function OccasionFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'OCCASION'>>) {
  const problem = useProblem()
  const { kind, occasion, during = 'DAY' } = condition
  return (
    <>
      <FieldRow>
        <SelectField
          label={words.occasion}
          value={occasion}
          options={Object.entries(words.occasions)}
          onChange={(value) =>
            onChange({ ...condition, occasion: value === 'NAME_DAY' ? 'NAME_DAY' : 'BIRTHDAY' })
          }
        />
        <SelectField
          label={words.during}
          value={during}
          options={Object.entries(words.durings)}
          // Days are counted around a day only.
          onChange={(value) => onChange({ kind, occasion, during: DURING.find((each) => each === value) })}
        />
      </FieldRow>
      {during === 'DAY' && (
        <FieldRow>
          <TextField
            label={words.daysBefore}
            error={problem('days_before')}
            inputMode="numeric"
            value={typed(condition.days_before)}
            onChange={(days) => onChange({ ...condition, days_before: Number(days) || undefined })}
          />
          <TextField
            label={words.daysAfter}
            error={problem('days_after')}
            inputMode="numeric"
            value={typed(condition.days_after)}
            onChange={(days) => onChange({ ...condition, days_after: Number(days) || undefined })}
          />
        </FieldRow>
      )}
    </>
  )
}
