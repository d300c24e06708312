import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { amountIn, texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { Place } from '../venues/places.tsx'
import { DEFAULT_SETTINGS } from './default-settings.ts'

const words = texts.settings

type Name = keyof Place['settings']
export type SettingName = Name
type Kind = 'number' | 'amount' | 'flag' | readonly string[]

/** How each setting is filled in; those that belong together stand together. */
const GROUPS: readonly { readonly title: keyof typeof words.groups; readonly kinds: [Name, Kind][] }[] = [
  {
    title: 'purchases',
    kinds: [
      ['reduction_method', ['FRONT_END', 'BACK_END']],
      ['redeem_method', ['AUTOMATIC', 'ON_REQUEST', 'ON_SPEND']],
      ['accepts_days_back', 'number'],
      ['accepts_minutes_ahead', 'number'],
      ['grace_days', 'number'],
    ],
  },
  {
    title: 'spending',
    kinds: [
      ['minimum_spend', 'amount'],
      ['maximum_spend', 'amount'],
      ['token_minutes', 'number'],
      ['dynamic_wallet_code', 'flag'],
      ['adjustment_approval_above', 'amount'],
    ],
  },
  {
    title: 'automatic',
    kinds: [
      ['allows_automatic_spend', 'flag'],
      ['automatic_spend', 'flag'],
      ['automatic_spend_minimum_balance', 'amount'],
      ['automatic_spend_from_purchase', 'amount'],
      ['automatic_spend_maximum', 'amount'],
    ],
  },
  {
    title: 'claims',
    kinds: [
      ['claim_days', 'number'],
      ['claims_per_day', 'number'],
      ['claims_per_day_in_all', 'number'],
      ['self_submitted_purchases', ['ACCEPT', 'HOLD', 'REFUSE']],
      ['self_submitted_up_to', 'amount'],
    ],
  },
]

export interface ChangeSettingsProps {
  readonly place: Place
  readonly group: keyof typeof words.groups
  readonly onClose: () => void
}

const KINDS = new Map(GROUPS.flatMap(({ kinds }) => kinds))

export const SETTING_GROUPS = GROUPS.map(({ title }) => title)

export function settingsIn(group: keyof typeof words.groups): readonly Name[] {
  return GROUPS.find(({ title }) => title === group)?.kinds.map(([name]) => name) ?? []
}

/** A setting in words; amounts with their currency. */
export function valueTold(name: Name, value: string | number | boolean, currency: string): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  const isAmount = KINDS.get(name) === 'amount'
  return isAmount ? amountIn(Number(value), currency) : wordFor(words.options, String(value))
}

export function defaultTold(name: Name, currency: string): string {
  const value = DEFAULT_SETTINGS[name]
  return words.byDefault(value === null ? words.noLimit : valueTold(name, value, currency))
}

/** Some settings of a place; what is left empty is as above it, or as the product has it. */
export function ChangeSettings({ place, group, onClose }: ChangeSettingsProps) {
  const kinds = GROUPS.find(({ title }) => title === group)?.kinds ?? []
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(kinds.map(([name]) => [name, String(place.settings[name] ?? '')])),
  )
  const change = useCommand({
    run: (client) =>
      client.organisations.update(place.id, {
        settings: Object.fromEntries(kinds.map(([name, kind]) => [name, sentValue(given[name] ?? '', kind)])),
      }),
    changes: [['organisations']],
    done: words.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.groups[group]}
      action={words.save}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.emptyMeans}</p>
      <FieldRow>
        {kinds.map(([name, kind]) => (
          <Setting
            key={name}
            name={name}
            kind={kind}
            unit={place.currency_code}
            value={given[name] ?? ''}
            onChange={(value) => setGiven({ ...given, [name]: value })}
          />
        ))}
      </FieldRow>
    </Confirm>
  )
}

interface SettingProps {
  readonly name: Name
  readonly kind: Kind
  readonly unit: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Setting({ name, kind, unit, value, onChange }: SettingProps) {
  const label = wordFor(words.names, name)
  if (kind === 'number' || kind === 'amount') {
    return (
      <TextField
        name={`settings.${name}`}
        label={label}
        hint={defaultTold(name, unit)}
        value={value}
        onChange={onChange}
        inputMode={kind === 'number' ? 'numeric' : 'decimal'}
        unit={kind === 'amount' ? unit : undefined}
        autoComplete="off"
      />
    )
  }
  const options =
    kind === 'flag'
      ? [['true', texts.yes] as const, ['false', texts.no] as const]
      : kind.map((option) => [option, wordFor(words.options, option)] as const)
  return (
    <SelectField
      name={`settings.${name}`}
      label={label}
      value={value}
      options={[['', defaultTold(name, unit)], ...options]}
      onChange={onChange}
    />
  )
}

function sentValue(text: string, kind: Kind): string | number | boolean | null {
  const given = text.trim()
  if (given === '') return null
  if (kind === 'flag') return given === 'true'
  // A wrong number is sent as it was typed: the server says what is wrong with it.
  return kind === 'number' && /^\d+$/.test(given) ? Number(given) : given
}
