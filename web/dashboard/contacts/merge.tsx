import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { personText } from '../../kit/person.tsx'
import type { Contact } from '../queries.ts'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useMerge } from './use-merge.ts'

const words = texts.merge
const MOST = 20

/** Puts a second record of the same person into this one. It comes apart again only until anything happens, so its code is typed. */
export function Merge({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const sought = search.trim()
  const found = useRead(
    ['contacts', 'merge', sought],
    (client, options) => client.contacts.list({ search_value: sought, size: MOST }, options),
    { isEnabled: sought.length >= 3 },
  )
  const others = (found.data?.content ?? []).filter(({ id }) => id !== contact.id)
  const other = others.find(({ id }) => id === chosen)
  const mergeAndTell = useMerge({ kept: contact.id, other: chosen })
  return (
    <Confirm
      title={words.title(contact.name)}
      action={words.action}
      isDangerous
      isReady={other !== undefined}
      {...(other ? { typed: other.code } : {})}
      onConfirm={mergeAndTell}
      onClose={onClose}
    >
      <p>{words.means(contact.name)}</p>
      <TextField
        label={words.find}
        hint={texts.contacts.findHint}
        value={search}
        onChange={setSearch}
        autoComplete="off"
      />
      {sought.length >= 3 && (
        <SelectField
          label={words.other}
          name="contact_id"
          value={chosen}
          options={[
            ['', others.length === 0 ? words.nobody : words.choose],
            ...others.map((each) => [each.id, `${personText(each)} · ${each.code}`] as const),
          ]}
          onChange={setChosen}
        />
      )}
    </Confirm>
  )
}
