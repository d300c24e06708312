import { CheckField, ChipsField, SelectField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import type { ConditionOf } from '../draft.ts'
import { usePassPlanNames, useTierNames } from '../names.ts'
import type { ConditionFieldsProps } from './condition-fields.tsx'

const words = texts.editor.conditions

interface Named {
  readonly id: string
  readonly name: string
}

interface Reference {
  readonly id?: string | undefined
  readonly code?: string | undefined
}

interface ChosenProps {
  readonly label: string
  readonly add: string
  readonly none?: string
  readonly chosen: readonly Reference[]
  readonly options: readonly Named[]
  readonly onChange: (chosen: readonly { readonly id: string }[]) => void
}

/** Several of those that there are: each is added by its name and stays as a switch. */
export function Chosen({ label, add, none, chosen, options, onChange }: ChosenProps) {
  const ids = chosen.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const nameOf = (id: string) => options.find((each) => each.id === id)?.name ?? id.slice(-8)
  const open = options.filter(({ id }) => !ids.includes(id))
  const set = (next: readonly string[]) => onChange(next.map((id) => ({ id })))
  return (
    <>
      {ids.length > 0 && (
        <ChipsField label={label} chosen={ids} options={ids.map((id) => [id, nameOf(id)])} onChange={set} />
      )}
      <SelectField
        label={add}
        hint={options.length === 0 ? none : undefined}
        value=""
        options={[['', words.choose], ...open.map(({ id, name }) => [id, name] as const)]}
        onChange={(id) => id !== '' && set([...ids, id])}
      />
    </>
  )
}

export function PlaceFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'ORGANISATIONS'>>) {
  const { organisations } = useNames()
  return (
    <Chosen
      label={words.places}
      add={words.addPlace}
      chosen={condition.organisations}
      options={organisations}
      onChange={(chosen) => onChange({ ...condition, organisations: chosen })}
    />
  )
}

export function PassFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'PASS'>>) {
  return (
    <Chosen
      label={words.plans}
      add={words.addPlan}
      none={words.noPlans}
      chosen={condition.pass_plans}
      options={usePassPlanNames()}
      onChange={(chosen) => onChange({ ...condition, pass_plans: chosen })}
    />
  )
}

/** Who is in a tier, or a purchase that reaches one; both at once cannot be. */
export function TierFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'TIERS'>>) {
  return (
    <>
      <Chosen
        label={words.tiers}
        add={words.addTier}
        none={words.noTiers}
        chosen={condition.tiers}
        options={useTierNames()}
        onChange={(tiers) => onChange({ ...condition, tiers })}
      />
      <CheckField
        label={words.orAbove}
        isChecked={condition.or_above === true}
        onChange={(or_above) => onChange({ ...condition, or_above, reached: false })}
      />
      <CheckField
        label={words.reached}
        isChecked={condition.reached === true}
        onChange={(reached) => onChange({ ...condition, reached, or_above: false })}
      />
    </>
  )
}
