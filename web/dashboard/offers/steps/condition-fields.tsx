import type { ReactNode } from 'react'
import { TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type Condition, type ConditionOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import { AmountFields } from './amount-fields.tsx'
import { BundleFields } from './bundle-fields.tsx'
import { PassFields, PlaceFields, TierFields } from './named-fields.tsx'
import { MemberFields, OccasionFields, SegmentFields } from './people-fields.tsx'
import { ProductFields } from './product-fields.tsx'
import { TimingsFields } from './timings-fields.tsx'
import { WordsField } from './words-field.tsx'

const words = texts.editor.conditions

export interface ConditionFieldsProps<Shown extends Condition> {
  readonly condition: Shown
  readonly onChange: (condition: Condition) => void
}

/** What one condition asks for, for every kind that there is. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps<Condition>): ReactNode {
  const problem = useProblem()
  switch (condition.kind) {
    case 'AMOUNT':
      return <AmountFields condition={condition} onChange={onChange} />
    case 'PRODUCTS':
      return <ProductFields condition={condition} onChange={onChange} />
    case 'BUNDLE':
      return <BundleFields condition={condition} onChange={onChange} />
    case 'ORGANISATIONS':
      return <PlaceFields condition={condition} onChange={onChange} />
    case 'TIERS':
      return <TierFields condition={condition} onChange={onChange} />
    case 'PASS':
      return <PassFields condition={condition} onChange={onChange} />
    case 'TIMINGS':
      return <TimingsFields condition={condition} onChange={onChange} />
    case 'SEGMENTS':
      return <SegmentFields condition={condition} onChange={onChange} />
    case 'MEMBER_SINCE':
      return <MemberFields condition={condition} onChange={onChange} />
    case 'OCCASION':
      return <OccasionFields condition={condition} onChange={onChange} />
    case 'PAYMENT':
      return <PaymentFields condition={condition} onChange={onChange} />
    case 'CHANNELS':
      return (
        <WordsField
          label={words.channels}
          hint={words.commas}
          words={condition.channels}
          onChange={(channels) => onChange({ ...condition, channels })}
        />
      )
    case 'CLASSIFICATIONS':
      return (
        <WordsField
          label={words.classifications}
          hint={words.commas}
          words={condition.classifications}
          onChange={(classifications) => onChange({ ...condition, classifications })}
        />
      )
    case 'LOTTERY':
      return (
        <TextField
          label={words.oneIn}
          error={problem('one_in')}
          inputMode="numeric"
          value={typed(condition.one_in)}
          onChange={(one) => onChange({ ...condition, one_in: Number(one) || 0 })}
        />
      )
  }
}

function PaymentFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'PAYMENT'>>) {
  return (
    <>
      <WordsField
        label={words.tenders}
        hint={words.tendersHint}
        words={condition.tenders}
        onChange={(tenders) => onChange({ ...condition, tenders: listed(tenders) })}
      />
      <WordsField
        label={words.mediums}
        hint={words.mediumsHint}
        words={condition.mediums}
        onChange={(mediums) => onChange({ ...condition, mediums: listed(mediums) })}
      />
    </>
  )
}

/** A list that is empty is not said. */
function listed(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names
}
