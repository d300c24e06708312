import { CheckField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { type Award, type Limit, typed } from '../draft.ts'
import styles from '../editor.module.css'
import type { StepProps } from '../editor.tsx'

const words = texts.editor.award
const KINDS = ['PERCENTAGE', 'FIXED', 'PER_AMOUNT'] as const
const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const

/** What is given, how much at most, and who pays for it. */
export function AwardStep({ draft, change, offer }: StepProps) {
  const { award = { kind: 'PERCENTAGE', rate: '' }, limits } = draft
  const currency = offer.currency_code
  const { organisations } = useNames()
  return (
    <>
      <AwardFields award={award} currency={currency} onChange={(next) => change({ award: next })} />
      <CheckField
        label={words.instant}
        isChecked={draft.redeem_method === 'INSTANT'}
        onChange={(isInstant) => change({ redeem_method: isInstant ? 'INSTANT' : 'DEFERRED' })}
      />
      <FieldRow>
        <TextField
          label={words.budget}
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
      <details className={styles.more} open={limits?.per_contact !== undefined || undefined}>
        <summary>{words.perContact}</summary>
        <div>
          <LimitFields
            limit={limits?.per_contact ?? {}}
            currency={currency}
            onChange={(limit) => change({ limits: { ...limits, per_contact: limit } })}
          />
        </div>
      </details>
    </>
  )
}

interface AwardFieldsProps {
  readonly award: Award
  readonly currency: string
  readonly onChange: (award: Award) => void
}

const FRESH: Readonly<Record<(typeof KINDS)[number], Award>> = {
  PERCENTAGE: { kind: 'PERCENTAGE', rate: '5' },
  FIXED: { kind: 'FIXED', amount: '1.00' },
  PER_AMOUNT: { kind: 'PER_AMOUNT', amount: '1.00', every: '10.00' },
}

function AwardFields({ award, currency, onChange }: AwardFieldsProps) {
  const isKnown = KINDS.some((kind) => kind === award.kind)
  const kinds = isKnown ? KINDS : [...KINDS, award.kind]
  return (
    <FieldRow>
      <SelectField
        label={words.kind}
        value={award.kind}
        hint={isKnown ? undefined : words.kept}
        options={kinds.map((kind) => [kind, words.kinds[kind]])}
        onChange={(value) => {
          const kind = KINDS.find((each) => each === value)
          if (kind !== undefined) onChange(FRESH[kind])
        }}
      />
      {award.kind === 'PERCENTAGE' && (
        <TextField
          label={words.rate}
          inputMode="decimal"
          unit="%"
          value={typed(award.rate)}
          onChange={(rate) => onChange({ ...award, rate })}
        />
      )}
      {(award.kind === 'FIXED' || award.kind === 'PER_AMOUNT') && (
        <TextField
          label={words.amount}
          inputMode="decimal"
          unit={currency}
          value={typed(award.amount)}
          onChange={(amount) => onChange({ ...award, amount })}
        />
      )}
      {award.kind === 'PER_AMOUNT' && (
        <TextField
          label={words.every}
          inputMode="decimal"
          unit={currency}
          value={typed(award.every)}
          onChange={(every) => onChange({ ...award, every })}
        />
      )}
      {(award.kind === 'PERCENTAGE' || award.kind === 'PER_AMOUNT') && (
        <TextField
          label={words.cap}
          inputMode="decimal"
          unit={currency}
          value={typed(award.cap)}
          onChange={(cap) => onChange({ ...award, cap: cap || undefined })}
        />
      )}
    </FieldRow>
  )
}

interface LimitFieldsProps {
  readonly limit: Limit
  readonly currency: string
  readonly onChange: (limit: Limit) => void
}

function LimitFields({ limit, currency, onChange }: LimitFieldsProps) {
  return (
    <FieldRow>
      <TextField
        label={words.uses}
        inputMode="numeric"
        value={typed(limit.uses)}
        onChange={(uses) => onChange({ ...limit, uses: Number(uses) || undefined })}
      />
      <TextField
        label={words.upTo}
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
