import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Award, type AwardOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import { FreeProductFields } from './free-product-fields.tsx'
import { StepsFields } from './steps-fields.tsx'

const words = texts.editor.award

/** What each kind begins as, in the order in which they are offered. */
const FRESH: Readonly<{ [Kind in Award['kind']]: AwardOf<Kind> }> = {
  PERCENTAGE: { kind: 'PERCENTAGE', rate: '5' },
  FIXED: { kind: 'FIXED', amount: '1.00' },
  PER_AMOUNT: { kind: 'PER_AMOUNT', amount: '1.00', every: '10.00' },
  STEPS: {
    kind: 'STEPS',
    steps: [
      { from: '20', amount: '1.00' },
      { from: '50', amount: '5.00' },
    ],
  },
  PRODUCT: { kind: 'PRODUCT', quantity: '1', for_every: '3', pick: 'CHEAPEST', rate: '100' },
}
const KINDS = Object.values(FRESH).map(({ kind }) => kind)

export interface AwardFieldsProps<Shown extends Award = Award> {
  readonly award: Shown
  readonly currency: string
  readonly onChange: (award: Award) => void
}

/** What is given, for every kind of award that there is. */
export function AwardFields({ award, currency, onChange }: AwardFieldsProps) {
  return (
    <>
      <FieldRow>
        <SelectField
          label={words.kind}
          value={award.kind}
          options={KINDS.map((kind) => [kind, words.kinds[kind]])}
          onChange={(value) => {
            const kind = KINDS.find((each) => each === value)
            if (kind !== undefined) onChange(FRESH[kind])
          }}
        />
        {(award.kind === 'PERCENTAGE' || award.kind === 'FIXED' || award.kind === 'PER_AMOUNT') && (
          <PlainFields award={award} currency={currency} onChange={onChange} />
        )}
      </FieldRow>
      {award.kind === 'STEPS' && <StepsFields award={award} currency={currency} onChange={onChange} />}
      {award.kind === 'PRODUCT' && (
        <FreeProductFields award={award} currency={currency} onChange={onChange} />
      )}
    </>
  )
}

function PlainFields({
  award,
  currency,
  onChange,
}: AwardFieldsProps<AwardOf<'PERCENTAGE' | 'FIXED' | 'PER_AMOUNT'>>) {
  const problem = useProblem()
  return (
    <>
      {award.kind === 'PERCENTAGE' ? (
        <TextField
          label={words.rate}
          error={problem('rate')}
          inputMode="decimal"
          unit="%"
          value={typed(award.rate)}
          onChange={(rate) => onChange({ ...award, rate })}
        />
      ) : (
        <TextField
          label={words.amount}
          error={problem('amount')}
          inputMode="decimal"
          unit={currency}
          value={typed(award.amount)}
          onChange={(amount) => onChange({ ...award, amount })}
        />
      )}
      {award.kind === 'PER_AMOUNT' && (
        <TextField
          label={words.every}
          error={problem('every')}
          inputMode="decimal"
          unit={currency}
          value={typed(award.every)}
          onChange={(every) => onChange({ ...award, every })}
        />
      )}
      {award.kind !== 'FIXED' && (
        <TextField
          label={words.cap}
          error={problem('cap')}
          inputMode="decimal"
          unit={currency}
          value={typed(award.cap)}
          onChange={(cap) => onChange({ ...award, cap: cap || undefined })}
        />
      )}
    </>
  )
}
