import { useState } from 'react'
import { Confirm } from '../../../kit/confirm.tsx'
import { CheckField, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import type { Column } from '../../../kit/table.tsx'
import { dayOf, dayStart } from '../../list/days.ts'
import { type Reply, useRead } from '../../read.ts'
import { amountIn, texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { ViewProps } from '../../views.tsx'
import { typed } from '../draft.ts'
import { type FormProps, Managed } from './managed.tsx'
import { KINDS, MoneyFields, UseFields, ValidityFields, type Written } from './plan-fields.tsx'

const words = texts.plans
const A_PAGE = 50

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
        name="name"
        value={form.name}
        onChange={(name) => set({ name })}
        autoComplete="off"
      />
      {!item && (
        <SelectField
          label={words.kind}
          name="classification"
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
        name="description"
        value={form.description}
        onChange={(description) => set({ description })}
        rows={2}
      />
      <CheckField label={words.active} isChecked={form.isActive} onChange={(isActive) => set({ isActive })} />
    </Confirm>
  )
}
