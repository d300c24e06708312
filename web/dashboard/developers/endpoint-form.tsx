import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, ChipsField, TextField } from '../../kit/field.tsx'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { groupsOfEvents, isEventKind } from './event-kinds.ts'
import type { EndpointRow } from './webhooks.tsx'

const words = texts.webhooks

interface Given {
  readonly url: string
  readonly description: string
  readonly isAll: boolean
  readonly chosen: readonly string[]
}

function sent({ url, description, isAll, chosen }: Given) {
  return {
    url: url.trim(),
    description: description.trim() === '' ? null : description.trim(),
    event_types: isAll ? [] : chosen.filter(isEventKind),
  }
}

interface NewEndpointProps {
  readonly onTold: (secret: string) => void
  readonly onClose: () => void
}

export function NewEndpoint({ onTold, onClose }: NewEndpointProps) {
  const [given, setGiven] = useState<Given>({ url: '', description: '', isAll: true, chosen: [] })
  const create = useCommand({
    run: async (client) => {
      const made = await client.webhooks.createEndpoint(sent(given))
      if (made.secret !== null) onTold(made.secret)
      return made
    },
    changes: [['webhooks']],
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.create}
      action={words.form.create}
      isReady={isWhole(given)}
      onConfirm={() => create.mutateAsync()}
      onClose={onClose}
    >
      <Fields given={given} onChange={setGiven} />
    </Confirm>
  )
}

interface ChangeEndpointProps {
  readonly endpoint: EndpointRow
  readonly onClose: () => void
}

export function ChangeEndpoint({ endpoint, onClose }: ChangeEndpointProps) {
  const [given, setGiven] = useState<Given>({
    url: endpoint.url,
    description: endpoint.description ?? '',
    isAll: endpoint.event_types.length === 0,
    chosen: endpoint.event_types,
  })
  const change = useCommand({
    run: (client) => client.webhooks.updateEndpoint(endpoint.id, sent(given)),
    changes: [['webhooks']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.acts.change}
      action={texts.settings.save}
      isReady={isWhole(given)}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <Fields given={given} onChange={setGiven} />
    </Confirm>
  )
}

interface FieldsProps {
  readonly given: Given
  readonly onChange: (given: Given) => void
}

/** Where events are posted, and which. */
function Fields({ given, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label={words.form.url}
        name="url"
        hint={words.form.urlHint}
        type="url"
        value={given.url}
        onChange={(url) => onChange({ ...given, url })}
        autoComplete="off"
      />
      <TextField
        label={words.form.description}
        name="description"
        value={given.description}
        onChange={(description) => onChange({ ...given, description })}
        autoComplete="off"
      />
      <CheckField
        label={words.form.all}
        isChecked={given.isAll}
        onChange={(isAll) => onChange({ ...given, isAll })}
      />
      {!given.isAll &&
        groupsOfEvents().map(([of, kinds]) => (
          <ChipsField
            key={of}
            label={wordFor(words.groups, of)}
            options={kinds.map((kind) => [kind, kind])}
            chosen={given.chosen.filter((each) => kinds.some((kind) => kind === each))}
            onChange={(chosen) => {
              const others = given.chosen.filter((each) => !kinds.some((kind) => kind === each))
              onChange({ ...given, chosen: [...others, ...chosen] })
            }}
          />
        ))}
    </>
  )
}

/** None chosen would be all of them. */
function isWhole({ url, isAll, chosen }: Given): boolean {
  return url.trim() !== '' && (isAll || chosen.length > 0)
}
