import { CheckField, FieldRow, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Progress, typed } from '../draft.ts'
import type { StepProps } from '../editor.tsx'
import { FIFTH_VISIT, GOALS, isWithoutBasket, mayCollect, typesOf, withGoal } from '../families.ts'
import { useSchemeNames } from '../names.ts'
import { PartOf, useProblem } from '../problems.tsx'
import { ProgressFields } from './progress-fields.tsx'

const words = texts.editor.goal

/** What a customer has to reach. */
export function GoalStep({ draft, change, offer }: StepProps) {
  const { goal = 'SPEND', progress } = draft
  const problem = useProblem()
  const types = typesOf(goal)
  return (
    <>
      <FieldRow>
        <TextField
          label={words.name}
          hint={words.nameHint}
          error={problem('name')}
          value={draft.name ?? ''}
          onChange={(name) => change({ name })}
        />
        <SelectField
          label={words.goal}
          value={goal}
          error={problem('goal')}
          options={GOALS.map((each) => [each, texts.offers.goals[each]])}
          onChange={(value) => change(withGoal(draft, GOALS.find((each) => each === value) ?? 'SPEND'))}
        />
      </FieldRow>
      {types.length > 0 && (
        <SelectField
          label={words.occasion}
          error={problem('type')}
          value={draft.type ?? ''}
          options={types.map((each) => [each, words.types[each]])}
          onChange={(value) =>
            change(
              withGoal(
                draft,
                goal,
                types.find((each) => each === value),
              ),
            )
          }
        />
      )}
      {mayCollect(draft) && (
        <CheckField
          label={isWithoutBasket(draft) ? words.collectsOccasions : words.collects}
          isChecked={Boolean(progress)}
          onChange={(isChecked) => change({ progress: isChecked ? beginningOf(goal) : null })}
        />
      )}
      {progress && (
        <PartOf name="progress">
          <ProgressFields
            progress={progress}
            currency={offer.currency_code}
            isOfVisits={isWithoutBasket(draft)}
            onChange={(next) => change({ progress: next })}
          />
        </PartOf>
      )}
      <SchemeField draft={draft} change={change} />
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

function beginningOf(goal: (typeof GOALS)[number]): Progress {
  return goal === 'SPEND' ? { ...FIFTH_VISIT, of: 'AMOUNT', target: '100' } : FIFTH_VISIT
}

function SchemeField({ draft, change }: Pick<StepProps, 'draft' | 'change'>) {
  const schemes = useSchemeNames()
  const chosen = draft.scheme?.id ?? ''
  if (schemes.length === 0 && chosen === '') return null
  return (
    <SelectField
      label={words.scheme}
      hint={words.schemeHint}
      value={typed(chosen)}
      options={[['', words.everybody], ...schemes.map(({ id, name }) => [id, name] as const)]}
      onChange={(id) => change({ scheme: id === '' ? null : { id } })}
    />
  )
}
