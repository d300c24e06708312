import { Button, IconButton } from '../../../kit/button.tsx'
import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type AwardOf, typed } from '../draft.ts'
import styles from '../editor.module.css'
import { PartOf, useProblem } from '../problems.tsx'
import type { AwardFieldsProps } from './award-fields.tsx'

const words = texts.editor.awardSteps
const shared = texts.editor.award

type Step = AwardOf<'STEPS'>['steps'][number]

/** The more is spent, the more is given: the highest step that is reached counts. */
export function StepsFields({ award, currency, onChange }: AwardFieldsProps<AwardOf<'STEPS'>>) {
  const { steps } = award
  const replace = (at: number, next: readonly Step[]) =>
    onChange({ ...award, steps: steps.toSpliced(at, 1, ...next) })
  return (
    <>
      <ol className={styles.rows}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
          <li key={at} className={styles.part}>
            <header>
              {words.step(at + 1)}
              {steps.length > 1 && (
                <IconButton icon="trash" label={words.remove(at + 1)} onClick={() => replace(at, [])} />
              )}
            </header>
            <PartOf name={`steps[${at}]`}>
              <StepFields step={step} currency={currency} onChange={(next) => replace(at, [next])} />
            </PartOf>
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon="plus"
          onClick={() => onChange({ ...award, steps: [...steps, { from: '', amount: '' }] })}
        >
          {words.add}
        </Button>
      </div>
    </>
  )
}

interface StepFieldsProps {
  readonly step: Step
  readonly currency: string
  readonly onChange: (step: Step) => void
}

function StepFields({ step, currency, onChange }: StepFieldsProps) {
  const problem = useProblem()
  const { from } = step
  const isRate = step.rate !== undefined
  return (
    <FieldRow>
      <TextField
        label={words.from}
        error={problem('from')}
        inputMode="decimal"
        unit={currency}
        value={typed(from)}
        onChange={(value) => onChange({ ...step, from: value })}
      />
      <SelectField
        label={words.gives}
        value={isRate ? 'RATE' : 'AMOUNT'}
        options={Object.entries(words.kinds)}
        onChange={(kind) => onChange(kind === 'RATE' ? { from, rate: '5' } : { from, amount: '1.00' })}
      />
      {isRate ? (
        <>
          <TextField
            label={shared.rate}
            error={problem('rate')}
            inputMode="decimal"
            unit="%"
            value={typed(step.rate)}
            onChange={(rate) => onChange({ ...step, rate })}
          />
          <TextField
            label={shared.cap}
            error={problem('cap')}
            inputMode="decimal"
            unit={currency}
            value={typed(step.cap)}
            onChange={(cap) => onChange({ ...step, cap: cap || undefined })}
          />
        </>
      ) : (
        <TextField
          label={shared.amount}
          error={problem('amount')}
          inputMode="decimal"
          unit={currency}
          value={typed(step.amount)}
          onChange={(amount) => onChange({ ...step, amount })}
        />
      )}
    </FieldRow>
  )
}
