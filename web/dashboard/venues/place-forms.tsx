import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { defaultTold } from '../admin/change-settings.tsx'
import { useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { Place } from './places.tsx'

const words = texts.venues.form

export function NewPlace({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<'MERCHANT' | 'VENUE'>()
  const [name, setName] = useState('')
  const [tap, setTap] = useState('')
  const [parent, setParent] = useState('')
  const { organisations } = useNames()
  const merchants = organisations.filter((place) => place.type === 'MERCHANT')
  // A venue belongs to a merchant, so that is what comes first.
  const type = chosen ?? (merchants.length === 0 ? 'MERCHANT' : 'VENUE')
  const create = useCommand({
    run: (client) =>
      client.organisations.create({
        type,
        name: name.trim(),
        ...(tap.trim() === '' ? {} : { taps: [{ code: tap.trim() }] }),
        ...(type === 'VENUE' ? { parent: { id: parent || (merchants[0]?.id ?? '') } } : {}),
      }),
    changes: [['organisations']],
    done: words.created,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={texts.venues.create}
      action={words.create}
      isReady={name.trim() !== '' && (type === 'MERCHANT' || merchants.length > 0)}
      onConfirm={() => create.mutateAsync()}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          label={texts.venues.columns.type}
          name="type"
          value={type}
          options={[
            ['VENUE', texts.venues.types.VENUE],
            ['MERCHANT', texts.venues.types.MERCHANT],
          ]}
          onChange={(value) => setChosen(value === 'MERCHANT' ? 'MERCHANT' : 'VENUE')}
        />
        {type === 'VENUE' && (
          <SelectField
            label={words.parent}
            name="parent.id"
            hint={merchants.length === 0 ? words.merchantFirst : undefined}
            value={parent || (merchants[0]?.id ?? '')}
            options={merchants.map((merchant) => [merchant.id, merchant.name])}
            onChange={setParent}
          />
        )}
      </FieldRow>
      <TextField
        label={texts.venues.columns.name}
        name="name"
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <TextField
        label={words.tap}
        name="taps[0].code"
        hint={words.tapHint}
        value={tap}
        onChange={setTap}
        autoComplete="off"
      />
    </Confirm>
  )
}

interface ChangePlaceProps {
  readonly place: Place
  readonly onClose: () => void
}

/** What is left out stays; a number is added and never taken away, because receipts carry it. */
export function ChangePlace({ place, onClose }: ChangePlaceProps) {
  const [name, setName] = useState(place.name)
  const [tap, setTap] = useState('')
  const [reduction, setReduction] = useState<string>(place.settings.reduction_method ?? '')
  const [isActive, setActive] = useState(place.state === 'ACTIVE')
  const change = useCommand({
    run: (client) =>
      client.organisations.update(place.id, {
        name: name.trim(),
        ...(place.type === 'BUSINESS' ? {} : { state: isActive ? 'ACTIVE' : 'INACTIVE' }),
        ...(tap.trim() === '' ? {} : { taps: [{ code: tap.trim() }] }),
        settings: { reduction_method: METHODS.find((each) => each === reduction) ?? null },
      }),
    changes: [['organisations']],
    done: words.changed,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={place.name}
      action={words.save}
      isReady={name.trim() !== ''}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={texts.venues.columns.name}
        name="name"
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <SelectField
        label={texts.venues.columns.reduction}
        name="settings.reduction_method"
        hint={words.reductionHint}
        value={reduction}
        options={[['', inheritedTold(place)], ...Object.entries(texts.venues.reductions)]}
        onChange={setReduction}
      />
      {place.type !== 'BUSINESS' && (
        <TextField
          label={words.addTap}
          name="taps[0].code"
          hint={words.tapHint}
          value={tap}
          onChange={setTap}
          autoComplete="off"
        />
      )}
      {place.type !== 'BUSINESS' && (
        <CheckField label={words.active} isChecked={isActive} onChange={setActive} />
      )}
    </Confirm>
  )
}

/** Nothing is above the business: what it leaves open is as the product has it. */
export function inheritedTold(place: Place): string {
  return place.type === 'BUSINESS'
    ? defaultTold('reduction_method', place.currency_code)
    : texts.venues.asParent
}

const METHODS = ['FRONT_END', 'BACK_END'] as const
