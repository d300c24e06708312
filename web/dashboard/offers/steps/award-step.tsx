import { CheckField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { typed } from '../draft.ts'
import styles from '../editor.module.css'
import type { StepProps } from '../editor.tsx'
import { PartOf, useProblem } from '../problems.tsx'
import { AwardFields } from './award-fields.tsx'
import { LimitsFields } from './limits-fields.tsx'

const words = texts.editor.award
const BASES = ['GROSS', 'NET'] as const

/** What is given, how much at most, and who pays for it. */
export function AwardStep({ draft, change, offer }: StepProps) {
  const problem = useProblem()
  const { award = { kind: 'PERCENTAGE', rate: '' }, limits } = draft
  const currency = offer.currency_code
  const { organisations } = useNames()
  const isReckonedOtherwise = draft.award_base === 'NET' || draft.before_discounts === true
  return (
    <>
      <PartOf name="award">
        <AwardFields award={award} currency={currency} onChange={(next) => change({ award: next })} />
      </PartOf>
      <CheckField
        label={words.instant}
        isChecked={draft.redeem_method === 'INSTANT'}
        onChange={(isInstant) => change({ redeem_method: isInstant ? 'INSTANT' : 'DEFERRED' })}
      />
      <FieldRow>
        <TextField
          label={words.budget}
          error={problem('limits.budget')}
          hint={words.budgetHint}
          inputMode="decimal"
          unit={currency}
          value={typed(limits?.budget)}
          onChange={(budget) => change({ limits: { ...limits, budget } })}
        />
        <SelectField
          label={words.funder}
          hint={words.funderHint}
          value={draft.funder?.id ?? ''}
          options={organisations.map(({ id, name }) => [id, name])}
          onChange={(id) => change({ funder: { id } })}
        />
      </FieldRow>
      <LimitsFields limits={limits ?? {}} currency={currency} onChange={(next) => change({ limits: next })} />
      <details className={styles.more} open={isReckonedOtherwise || undefined}>
        <summary>{words.base}</summary>
        <div>
          <SelectField
            label={words.base}
            value={draft.award_base ?? 'GROSS'}
            options={BASES.map((each) => [each, words.bases[each]])}
            onChange={(value) => change({ award_base: BASES.find((each) => each === value) })}
          />
          <CheckField
            label={words.beforeDiscounts}
            isChecked={draft.before_discounts === true}
            onChange={(before_discounts) => change({ before_discounts })}
          />
        </div>
      </details>
    </>
  )
}
