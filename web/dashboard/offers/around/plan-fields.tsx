import { CheckField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'

const words = texts.plans
export const KINDS = ['PROMOTION', 'GIFT', 'TOPUP'] as const
const UNITS = ['DAYS', 'MONTHS', 'YEARS'] as const
const VALIDITIES = ['ALWAYS', 'PERIOD', 'DATE'] as const

/** A plan as it stands in its form. */
export interface Written {
  readonly name: string
  readonly description: string
  readonly classification: (typeof KINDS)[number]
  readonly isActive: boolean
  readonly codeType: 'SINGLE' | 'MULTIPLE'
  readonly uses: string
  readonly usesEach: string
  readonly validity: (typeof VALIDITIES)[number]
  readonly count: string
  readonly unit: (typeof UNITS)[number]
  readonly date: string
  readonly isFixed: boolean
  readonly value: string
  readonly least: string
  readonly most: string
  readonly pool: string
}

interface PartProps {
  readonly form: Written
  readonly set: (part: Partial<Written>) => void
}

export function UseFields({ form, set }: PartProps) {
  return (
    <>
      <SelectField
        label={words.codeType}
        name="pass_code_type"
        value={form.codeType}
        options={Object.entries(words.codeTypes)}
        onChange={(value) => set({ codeType: value === 'MULTIPLE' ? 'MULTIPLE' : 'SINGLE' })}
      />
      <FieldRow>
        <TextField
          label={words.uses}
          name="maximum_usage"
          hint={words.usesHint}
          inputMode="numeric"
          value={form.uses}
          onChange={(uses) => set({ uses })}
        />
        <TextField
          label={words.usesEach}
          name="maximum_usage_per_contact"
          inputMode="numeric"
          value={form.usesEach}
          onChange={(usesEach) => set({ usesEach })}
        />
      </FieldRow>
    </>
  )
}

export function MoneyFields({ form, set }: PartProps) {
  const { currency, pools } = useNames()
  return (
    <>
      <CheckField label={words.fixed} isChecked={form.isFixed} onChange={(isFixed) => set({ isFixed })} />
      {form.isFixed ? (
        <TextField
          label={words.value}
          name="value"
          inputMode="decimal"
          unit={currency}
          value={form.value}
          onChange={(value) => set({ value })}
        />
      ) : (
        <FieldRow>
          <TextField
            label={words.least}
            name="minimum_value"
            inputMode="decimal"
            unit={currency}
            value={form.least}
            onChange={(least) => set({ least })}
          />
          <TextField
            label={words.most}
            name="maximum_value"
            inputMode="decimal"
            unit={currency}
            value={form.most}
            onChange={(most) => set({ most })}
          />
        </FieldRow>
      )}
      <SelectField
        label={words.pool}
        name="commerce_pool.id"
        value={form.pool}
        options={[['', words.open], ...pools.map(({ id, name }) => [id, name] as const)]}
        onChange={(pool) => set({ pool })}
      />
    </>
  )
}

export function ValidityFields({ form, set }: PartProps) {
  return (
    <FieldRow>
      <SelectField
        label={words.validity}
        name="validity.type"
        value={form.validity}
        options={VALIDITIES.map((each) => [each, words.validities[each]])}
        onChange={(value) => set({ validity: VALIDITIES.find((each) => each === value) ?? 'ALWAYS' })}
      />
      {form.validity === 'PERIOD' && (
        <>
          <TextField
            label={words.count}
            name="validity.count"
            inputMode="numeric"
            value={form.count}
            onChange={(count) => set({ count })}
          />
          <SelectField
            label={words.unit}
            name="validity.unit"
            value={form.unit}
            options={UNITS.map((each) => [each, words.units[each]])}
            onChange={(value) => set({ unit: UNITS.find((each) => each === value) ?? 'DAYS' })}
          />
        </>
      )}
      {form.validity === 'DATE' && (
        <TextField
          label={words.date}
          name="validity.fixed_date"
          type="date"
          value={form.date}
          onChange={(date) => set({ date })}
        />
      )}
    </FieldRow>
  )
}
