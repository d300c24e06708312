import { CheckField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Progress, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'

const words = texts.editor.goal
const OF = ['AMOUNT', 'VISITS', 'QUANTITY'] as const
const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
const PER = ['CONTACT', 'EVERYONE'] as const

export interface ProgressFieldsProps {
  readonly progress: Progress
  readonly currency: string
  /** Nothing else can be counted. */
  readonly isOfVisits: boolean
  readonly onChange: (progress: Progress) => void
}

/** What has to come together, and what happens when it has. */
export function ProgressFields({ progress, currency, isOfVisits, onChange }: ProgressFieldsProps) {
  const problem = useProblem()
  return (
    <>
      <FieldRow>
        {!isOfVisits && (
          <SelectField
            label={words.counts}
            value={progress.of}
            options={OF.map((each) => [each, words.of[each]])}
            onChange={(value) => onChange(counting(progress, OF.find((each) => each === value) ?? 'VISITS'))}
          />
        )}
        <TextField
          label={words.target}
          inputMode="decimal"
          error={problem('target')}
          unit={progress.of === 'AMOUNT' ? currency : undefined}
          value={typed(progress.target)}
          onChange={(target) => onChange({ ...progress, target })}
        />
        <SelectField
          label={words.period}
          value={progress.period ?? 'EVER'}
          options={PERIODS.map((each) => [each, texts.editor.periods[each]])}
          onChange={(value) => onChange({ ...progress, period: PERIODS.find((each) => each === value) })}
        />
        <SelectField
          label={words.per}
          value={progress.per ?? 'CONTACT'}
          options={PER.map((each) => [each, words.pers[each]])}
          onChange={(value) => onChange({ ...progress, per: PER.find((each) => each === value) })}
        />
      </FieldRow>
      <CheckField
        label={words.repeats}
        isChecked={progress.repeats !== false}
        onChange={(repeats) => onChange({ ...progress, repeats })}
      />
      {progress.of === 'AMOUNT' && (
        <CheckField
          label={words.onAccumulated}
          isChecked={progress.on_accumulated === true}
          onChange={(on_accumulated) => onChange({ ...progress, on_accumulated })}
        />
      )}
    </>
  )
}

/** Only money that was counted can be awarded on. */
function counting(progress: Progress, of: Progress['of']): Progress {
  return { ...progress, of, on_accumulated: of === 'AMOUNT' && progress.on_accumulated === true }
}
