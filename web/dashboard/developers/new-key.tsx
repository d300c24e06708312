import type { CreateApiKeyBody } from '@tillback/sdk'
import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { between } from '../list/days.ts'
import { useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { Telling } from './keys.tsx'

const words = texts.keys.form

type Scopes = NonNullable<CreateApiKeyBody['scopes']>

/** What most keys are for. A key may do at most what its maker may. */
const PURPOSES: Readonly<Record<keyof typeof words.purposes, Scopes>> = {
  till: ['purchases:read', 'purchases:write', 'orders:read', 'orders:write', 'organisations:read'],
  catalogue: ['products:read', 'products:write', 'processes:read'],
  finance: ['reports:read', 'ledger:read', 'payouts:read', 'purchases:read'],
  everything: ['*'],
  // It may do what a contact may who signs in, and nothing by itself.
  app: [],
}

const NAMED = ['till', 'catalogue', 'finance', 'everything', 'app'] as const

export function NewKey({ onTold, onClose }: Telling & { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState<keyof typeof PURPOSES>('till')
  const [place, setPlace] = useState('')
  const [until, setUntil] = useState('')
  const { organisations } = useNames()
  const end = between(undefined, until)?.lt
  const create = useCommand({
    run: async (client) => {
      const made = await client.apiKeys.create({
        name: name.trim(),
        ...(purpose === 'app' ? { kind: 'PUBLISHABLE' as const } : { scopes: PURPOSES[purpose] }),
        ...(place === '' ? {} : { organisation: { id: place } }),
        ...(end === undefined ? {} : { expires_on: end }),
      })
      if (made.key !== null) onTold({ name: made.name, secret: made.key, isOfApp: purpose === 'app' })
      return made
    },
    changes: [['keys']],
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={texts.keys.create}
      action={words.create}
      isReady={name.trim() !== ''}
      onConfirm={() => create.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        name="name"
        hint={words.nameHint}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <SelectField
        label={words.purpose}
        name="scopes"
        hint={purpose === 'app' ? words.appMeans : PURPOSES[purpose].join(', ')}
        value={purpose}
        options={Object.entries(words.purposes)}
        onChange={(value) => {
          const known = NAMED.find((name) => name === value)
          if (known) setPurpose(known)
        }}
      />
      <SelectField
        label={words.place}
        name="organisation.id"
        hint={words.placeHint}
        value={place}
        options={[
          ['', words.wholeBusiness],
          ...organisations
            .filter(({ type }) => type !== 'BUSINESS')
            .map((each) => [each.id, each.name] as const),
        ]}
        onChange={setPlace}
      />
      <TextField
        label={words.until}
        name="expires_on"
        hint={words.untilHint}
        type="date"
        value={until}
        onChange={setUntil}
      />
    </Confirm>
  )
}
