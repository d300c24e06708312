import { CheckField, FieldRow, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Progress, typed } from '../draft.ts'
import type { StepProps } from '../editor.tsx'

const words = texts.editor.goal
const GOALS = ['SPEND', 'VISITS', 'MEMBERSHIP', 'ACHIEVEMENT'] as const
const OCCASIONS = ['SIGNUP', 'PROFILE', 'REFER', 'GIFT', 'REACH_TIER'] as const
const OF = ['AMOUNT', 'VISITS', 'QUANTITY'] as const
const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const

/** What a customer has to reach. */
export function GoalStep({ draft, change, offer }: StepProps) {
  const { goal = 'SPEND', progress } = draft
  return (
    <>
      <FieldRow>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={draft.name ?? ''}
          onChange={(name) => change({ name })}
        />
        <SelectField
          label={words.goal}
          value={goal}
          options={GOALS.map((each) => [each, texts.offers.goals[each]])}
          onChange={(value) => {
            const next = GOALS.find((each) => each === value) ?? 'SPEND'
            change({ goal: next, type: typeFor(next), progress: next === 'VISITS' ? VISITS : null })
          }}
        />
      </FieldRow>
      {goal === 'MEMBERSHIP' && (
        <SelectField
          label={words.occasion}
          value={draft.type ?? 'SIGNUP'}
          options={OCCASIONS.map((each) => [each, words.occasions[each]])}
          onChange={(value) => change({ type: OCCASIONS.find((each) => each === value) })}
        />
      )}
      {(goal === 'SPEND' || goal === 'VISITS') && (
        <>
          <CheckField
            label={words.collects}
            isChecked={Boolean(progress)}
            onChange={(isChecked) => change({ progress: isChecked ? BEGINNINGS[goal] : null })}
          />
          {progress && (
            <ProgressFields
              progress={progress}
              currency={offer.currency_code}
              onChange={(next) => change({ progress: next })}
            />
          )}
        </>
      )}
      <TextArea
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
        value={draft.description ?? ''}
        onChange={(text) => change({ description: text === '' ? null : text })}
      />
    </>
  )
}

const VISITS: Progress = { of: 'VISITS', target: '5', period: 'MONTH', per: 'CONTACT', repeats: true }

const BEGINNINGS = { VISITS, SPEND: { ...VISITS, of: 'AMOUNT', target: '100' } } as const

function typeFor(goal: (typeof GOALS)[number]) {
  if (goal === 'MEMBERSHIP') return 'SIGNUP'
  return goal === 'ACHIEVEMENT' ? 'ACHIEVEMENT' : undefined
}

interface ProgressFieldsProps {
  readonly progress: Progress
  readonly currency: string
  readonly onChange: (progress: Progress) => void
}

function ProgressFields({ progress, currency, onChange }: ProgressFieldsProps) {
  return (
    <>
      <FieldRow>
        <SelectField
          label={words.counts}
          value={progress.of}
          options={OF.map((each) => [each, words.of[each]])}
          onChange={(value) => onChange({ ...progress, of: OF.find((each) => each === value) ?? 'VISITS' })}
        />
        <TextField
          label={words.target}
          inputMode="decimal"
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
      </FieldRow>
      <CheckField
        label={words.repeats}
        isChecked={progress.repeats === true}
        onChange={(repeats) => onChange({ ...progress, repeats })}
      />
    </>
  )
}
