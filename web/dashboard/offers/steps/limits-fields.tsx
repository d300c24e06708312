import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Limit, type Limits, typed } from '../draft.ts'
import styles from '../editor.module.css'
import { PartOf, useProblem } from '../problems.tsx'

const words = texts.editor.award
const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
const LIMITS = ['per_contact', 'per_venue', 'per_period'] as const

export interface LimitsFieldsProps {
  readonly limits: Limits
  readonly currency: string
  readonly onChange: (limits: Limits) => void
}

/** How much and how often at most: for each customer, at each venue, for all together. */
export function LimitsFields({ limits, currency, onChange }: LimitsFieldsProps) {
  return LIMITS.map((name) => (
    <details key={name} className={styles.more} open={limits[name] !== undefined || undefined}>
      <summary>{words.limits[name]}</summary>
      <div>
        <PartOf name={`limits.${name}`}>
          <LimitFields
            limit={limits[name] ?? {}}
            currency={currency}
            onChange={(limit) => onChange({ ...limits, [name]: limit })}
          />
        </PartOf>
      </div>
    </details>
  ))
}

interface LimitFieldsProps {
  readonly limit: Limit
  readonly currency: string
  readonly onChange: (limit: Limit) => void
}

function LimitFields({ limit, currency, onChange }: LimitFieldsProps) {
  const problem = useProblem()
  return (
    <FieldRow>
      <TextField
        label={words.uses}
        error={problem('uses')}
        inputMode="numeric"
        value={typed(limit.uses)}
        onChange={(uses) => onChange({ ...limit, uses: Number(uses) || undefined })}
      />
      <TextField
        label={words.upTo}
        error={problem('amount')}
        inputMode="decimal"
        unit={currency}
        value={typed(limit.amount)}
        onChange={(amount) => onChange({ ...limit, amount })}
      />
      <SelectField
        label={words.period}
        value={limit.period ?? 'EVER'}
        options={PERIODS.map((each) => [each, texts.editor.periods[each]])}
        onChange={(value) => onChange({ ...limit, period: PERIODS.find((each) => each === value) })}
      />
    </FieldRow>
  )
}
