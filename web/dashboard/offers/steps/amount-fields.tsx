import { FieldRow, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { type ConditionOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import type { ConditionFieldsProps } from './condition-fields.tsx'

const words = texts.editor.conditions

export function AmountFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'AMOUNT'>>) {
  const problem = useProblem()
  const { currency } = useNames()
  const set = (part: Omit<ConditionOf<'AMOUNT'>, 'kind'>) => onChange({ ...condition, ...part })
  return (
    <FieldRow>
      <TextField
        label={words.atLeast}
        error={problem('minimum')}
        inputMode="decimal"
        unit={currency}
        value={typed(condition.minimum)}
        onChange={(minimum) => set({ minimum: minimum || undefined })}
      />
      <TextField
        label={words.atMost}
        error={problem('maximum')}
        inputMode="decimal"
        unit={currency}
        value={typed(condition.maximum)}
        onChange={(maximum) => set({ maximum: maximum || undefined })}
      />
    </FieldRow>
  )
}
