import { useState } from 'react'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { SelectField } from '../../../kit/field.tsx'
import { Person, personText } from '../../../kit/person.tsx'
import { Rows } from '../../../kit/rows.tsx'
import { SkeletonLines } from '../../../kit/skeleton.tsx'
import type { Address } from '../../address.ts'
import { SearchField } from '../../list/filter-bar.tsx'
import { type Contact, useNames } from '../../queries.ts'
import { useRead } from '../../read.ts'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../../view.module.css'
import type { ViewProps } from '../../views.tsx'
import { BothFrames } from './both-frames.tsx'
import type { AsContact } from './hand-over.ts'

const words = texts.beside
const MOST = 8

interface Opened {
  readonly name: string
  readonly session: AsContact
}

/** The till and the app of customers beside each other, signed in to as the one who is chosen. */
export function Beside({ address }: ViewProps) {
  const [opened, setOpened] = useState<Opened>()
  const { venues } = useNames()
  const [chosen, setChosen] = useState(address.scope ?? '')
  const venue = venues.find(({ id }) => id === chosen) ?? venues[0]
  const open = useCommand({
    run: async (client, { id, name }: { readonly id: string; readonly name: string }) => ({
      name,
      session: await client.testHelpers.openTestContactSession(id),
    }),
    changes: [],
  })
  const create = useCommand({
    run: (client) => client.contacts.create(words.newcomer),
    changes: [['contacts']],
  })
  const openAs = async (id: string, name: string) => setOpened(await open.mutateAsync({ id, name }))
  const isBusy = open.isPending || create.isPending
  const begin = (contact: Contact) => void openAs(contact.id, personText(contact)).catch(() => {})
  const beginNew = () =>
    void create
      .mutateAsync()
      .then(({ id, code }) =>
        openAs(id, `${words.newcomer.first_name} ${words.newcomer.last_name} · ${code}`),
      )
      .catch(() => {})
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      {venues.length > 1 && (
        <SelectField
          label={words.venue}
          value={venue?.id ?? ''}
          options={venues.map(({ id, name }) => [id, name])}
          onChange={setChosen}
        />
      )}
      <div className={styles.head}>
        <SearchField address={address} label={texts.contacts.find} hint={texts.contacts.findBy} />
        <Button icon="plus" disabled={isBusy} onClick={beginNew}>
          {words.create}
        </Button>
      </div>
      <Choices address={address} isBusy={isBusy} onChosen={begin} />
      {opened && (
        <BothFrames
          key={opened.session.contact_id}
          name={opened.name}
          session={opened.session}
          venue={venue?.id}
          onAgain={() => openAs(opened.session.contact_id, opened.name)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Card>
  )
}

interface ChoicesProps {
  readonly address: Address
  readonly isBusy: boolean
  readonly onChosen: (contact: Contact) => void
}

/** Whom it may be: the newest, or those who are looked for. */
function Choices({ address, isBusy, onChosen }: ChoicesProps) {
  const sought = address.filters.search ?? ''
  const by = sought.length >= 3 ? { search_value: sought } : sought === '' ? {} : { cim: sought }
  const asked = { ...by, size: MOST }
  const found = useRead(
    ['contacts', 'beside', asked],
    (client, options) => client.contacts.list(asked, options),
    {
      keeps: true,
    },
  )
  return (
    <Answer to={found} waiting={<SkeletonLines lines={4} />}>
      {({ content }) =>
        content.length === 0 ? (
          <p className={styles.note}>{sought === '' ? words.none : words.nobody}</p>
        ) : (
          <Rows
            label={words.list}
            head={[words.customer, words.code, words.act]}
            texts={[1]}
            rows={content.map((contact) => ({
              key: contact.id,
              cells: [
                <Person key="who" of={contact} />,
                contact.code,
                <Button
                  key="open"
                  disabled={isBusy}
                  aria-label={words.openAs(personText(contact))}
                  onClick={() => onChosen(contact)}
                >
                  {words.open}
                </Button>,
              ],
            }))}
          />
        )
      }
    </Answer>
  )
}
