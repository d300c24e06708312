import { useState } from 'react'
import { Confirm } from '../../../kit/confirm.tsx'
import { CheckField, FieldRow, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import type { Column } from '../../../kit/table.tsx'
import { dayOf, dayStart } from '../../list/days.ts'
import { useNames } from '../../queries.ts'
import { type Reply, useRead } from '../../read.ts'
import { amountIn, texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { ViewProps } from '../../views.tsx'
import { typed } from '../draft.ts'
import { type FormProps, Managed } from './managed.tsx'

const words = texts.plans
const A_PAGE = 50
const KINDS = ['PROMOTION', 'GIFT', 'TOPUP'] as const
const UNITS = ['DAYS', 'MONTHS', 'YEARS'] as const
const VALIDITIES = ['ALWAYS', 'PERIOD', 'DATE'] as const

type Plan = Reply<'passPlans', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.kind },
  { name: words.value, from: 'narrow' },
  { name: words.validity, from: 'wide' },
  { name: texts.managed.state, from: 'narrow' },
]

/** Plans of passes: vouchers that open offers, gift cards, top-ups. */
export function Plans({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const plans = useRead(['passPlans', asked], (client, options) => client.passPlans.list(asked, options), {
    keeps: true,
  })
  return (
    <Managed<Plan>
      address={address}
      of={plans}
      names={words.names}
      columns={COLUMNS}
      cells={(plan) => [
        words.kinds[plan.classification],
        valueText(plan),
        validityText(plan),
        texts.managed.states[plan.state],
      ]}
      Form={PlanForm}
      remove={(client, id) => client.passPlans.delete(id)}
      changes={['passPlans']}
    />
  )
}

function valueText({ value_type, value, minimum_value, maximum_value, currency_code }: Plan): string {
  if (value_type === null) return texts.nothing
  if (value !== null) return amountIn(value, currency_code)
  const [least, most] = [minimum_value, maximum_value].map((each) =>
    each === null ? texts.nothing : amountIn(each, currency_code),
  )
  return words.between(least ?? texts.nothing, most ?? texts.nothing)
}

function validityText({ validity: { type, count, unit, fixed_date } }: Plan): string {
  if (type === 'PERIOD' && unit !== null) return words.period(count ?? 0, words.units[unit])
  if (type === 'DATE' && fixed_date !== null) return words.until(dayOf(fixed_date))
  return words.validities.ALWAYS
}

interface Written {
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

function written(plan: Plan | undefined): Written {
  return {
    name: plan?.name ?? '',
    description: plan?.description ?? '',
    classification: plan?.classification ?? 'PROMOTION',
    isActive: plan?.state !== 'INACTIVE',
    codeType: plan?.pass_code_type ?? 'SINGLE',
    uses: typed(plan ? plan.maximum_usage : 1),
    usesEach: typed(plan?.maximum_usage_per_contact),
    validity: plan?.validity.type ?? 'ALWAYS',
    count: typed(plan?.validity.count ?? 12),
    unit: plan?.validity.unit ?? 'MONTHS',
    date: plan?.validity.fixed_date ? dayOf(plan.validity.fixed_date) : '',
    isFixed: plan?.value_type === 'FIXED',
    value: typed(plan?.value),
    least: typed(plan?.minimum_value),
    most: typed(plan?.maximum_value),
    pool: plan?.commerce_pool?.id ?? '',
  }
}

/** What the API takes of what was written: money only where passes carry it. */
function bodyOf(form: Written) {
  const { classification } = form
  const money = {
    value_type: form.isFixed ? ('FIXED' as const) : ('VARIABLE' as const),
    ...(form.isFixed
      ? { value: form.value }
      : {
          ...(form.least === '' ? {} : { minimum_value: form.least }),
          ...(form.most === '' ? {} : { maximum_value: form.most }),
        }),
    commerce_pool: form.pool === '' ? null : { id: form.pool },
  }
  return {
    name: form.name.trim(),
    description: form.description === '' ? null : form.description,
    state: form.isActive ? ('ACTIVE' as const) : ('INACTIVE' as const),
    validity: validityOf(form),
    ...(classification === 'PROMOTION'
      ? {
          pass_code_type: form.codeType,
          maximum_usage: Number(form.uses) || null,
          maximum_usage_per_contact: Number(form.usesEach) || null,
        }
      : money),
  }
}

function validityOf({ validity, count, unit, date }: Written) {
  if (validity === 'PERIOD') return { type: 'PERIOD' as const, count: Number(count), unit }
  if (validity === 'DATE') return { type: 'DATE' as const, fixed_date: dayStart(date) ?? 0 }
  return { type: 'ALWAYS' as const }
}

function PlanForm({ item, onClose }: FormProps<Plan>) {
  const [form, setForm] = useState(() => written(item))
  const set = (part: Partial<Written>) => setForm((before) => ({ ...before, ...part }))
  const keep = useCommand({
    run: (client) =>
      item
        ? client.passPlans.update(item.id, bodyOf(form))
        : client.passPlans.create({ ...bodyOf(form), classification: form.classification }),
    changes: [['passPlans']],
    done: texts.managed.kept(form.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={item?.name ?? words.names.create}
      action={texts.managed.keep}
      isReady={form.name.trim() !== ''}
      onConfirm={() => keep.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={texts.managed.name}
        value={form.name}
        onChange={(name) => set({ name })}
        autoComplete="off"
      />
      {!item && (
        <SelectField
          label={words.kind}
          hint={words.kindHint}
          value={form.classification}
          options={KINDS.map((each) => [each, words.kinds[each]])}
          onChange={(value) => set({ classification: KINDS.find((each) => each === value) ?? 'PROMOTION' })}
        />
      )}
      {form.classification === 'PROMOTION' ? (
        <UseFields form={form} set={set} />
      ) : (
        <MoneyFields form={form} set={set} />
      )}
      <ValidityFields form={form} set={set} />
      <TextArea
        label={texts.managed.description}
        value={form.description}
        onChange={(description) => set({ description })}
        rows={2}
      />
      <CheckField label={words.active} isChecked={form.isActive} onChange={(isActive) => set({ isActive })} />
    </Confirm>
  )
}

interface PartProps {
  readonly form: Written
  readonly set: (part: Partial<Written>) => void
}

function UseFields({ form, set }: PartProps) {
  return (
    <>
      <SelectField
        label={words.codeType}
        value={form.codeType}
        options={Object.entries(words.codeTypes)}
        onChange={(value) => set({ codeType: value === 'MULTIPLE' ? 'MULTIPLE' : 'SINGLE' })}
      />
      <FieldRow>
        <TextField
          label={words.uses}
          hint={words.usesHint}
          inputMode="numeric"
          value={form.uses}
          onChange={(uses) => set({ uses })}
        />
        <TextField
          label={words.usesEach}
          inputMode="numeric"
          value={form.usesEach}
          onChange={(usesEach) => set({ usesEach })}
        />
      </FieldRow>
    </>
  )
}

function MoneyFields({ form, set }: PartProps) {
  const { currency, pools } = useNames()
  return (
    <>
      <CheckField label={words.fixed} isChecked={form.isFixed} onChange={(isFixed) => set({ isFixed })} />
      {form.isFixed ? (
        <TextField
          label={words.value}
          inputMode="decimal"
          unit={currency}
          value={form.value}
          onChange={(value) => set({ value })}
        />
      ) : (
        <FieldRow>
          <TextField
            label={words.least}
            inputMode="decimal"
            unit={currency}
            value={form.least}
            onChange={(least) => set({ least })}
          />
          <TextField
            label={words.most}
            inputMode="decimal"
            unit={currency}
            value={form.most}
            onChange={(most) => set({ most })}
          />
        </FieldRow>
      )}
      <SelectField
        label={words.pool}
        value={form.pool}
        options={[['', words.open], ...pools.map(({ id, name }) => [id, name] as const)]}
        onChange={(pool) => set({ pool })}
      />
    </>
  )
}

function ValidityFields({ form, set }: PartProps) {
  return (
    <FieldRow>
      <SelectField
        label={words.validity}
        value={form.validity}
        options={VALIDITIES.map((each) => [each, words.validities[each]])}
        onChange={(value) => set({ validity: VALIDITIES.find((each) => each === value) ?? 'ALWAYS' })}
      />
      {form.validity === 'PERIOD' && (
        <>
          <TextField
            label={words.count}
            inputMode="numeric"
            value={form.count}
            onChange={(count) => set({ count })}
          />
          <SelectField
            label={words.unit}
            value={form.unit}
            options={UNITS.map((each) => [each, words.units[each]])}
            onChange={(value) => set({ unit: UNITS.find((each) => each === value) ?? 'DAYS' })}
          />
        </>
      )}
      {form.validity === 'DATE' && (
        <TextField label={words.date} type="date" value={form.date} onChange={(date) => set({ date })} />
      )}
    </FieldRow>
  )
}
