import { type SubmitEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FieldProblemsProvider } from '../../kit/field-problems.tsx'
import { Problem } from '../../kit/problem.tsx'
import { Time } from '../../kit/time.tsx'
import { useRefused } from '../../kit/use-refused.ts'
import type { Address } from '../address.ts'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from './notes.module.css'

const words = texts.contact.notes
const A_PAGE = 20

type Note = Reply<'contacts', 'listNotes'>['content'][number]

/** What colleagues wrote down about a contact, and where the next of it is written. */
export function Notes({ contact, address }: { readonly contact: string; readonly address: Address }) {
  const asked = { page: address.page, size: A_PAGE }
  const notes = useRead(
    ['contact', contact, 'notes', asked],
    (client, options) => client.contacts.listNotes(contact, asked, options),
    { interval: SOON, keeps: true },
  )
  return (
    <>
      <Write contact={contact} />
      <Listing
        address={address}
        of={notes}
        label={words.pages}
        empty={
          <EmptyState icon="edit" title={words.none}>
            <p>{words.noneMeans}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <ul className={styles.notes} aria-label={words.list}>
            {found.map((note) => (
              <Written key={note.id} note={note} />
            ))}
          </ul>
        )}
      </Listing>
    </>
  )
}

function Write({ contact }: { readonly contact: string }) {
  const [text, setText] = useState('')
  const refused = useRefused()
  const add = useCommand({
    run: (client) => client.contacts.addNote(contact, { text: text.trim() }),
    changes: [['contact', contact]],
    done: words.added,
    isToldInPlace: true,
  })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    refused.forget()
    try {
      await add.mutateAsync()
      setText('')
    } catch (error) {
      refused.tell(error)
    }
  }
  return (
    <form {...refused.form} className={styles.write} onSubmit={submit} noValidate>
      <FieldProblemsProvider value={refused.fields}>
        <TextArea label={words.text} name="text" hint={words.hint} value={text} onChange={setText} />
      </FieldProblemsProvider>
      {refused.rest !== undefined && <Problem of={refused.rest} />}
      <div>
        <Button type="submit" kind="primary" disabled={text.trim() === '' || add.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  )
}

function Written({ note }: { readonly note: Note }) {
  const [isAsked, setAsked] = useState(false)
  const remove = useCommand({
    run: (client) => client.contacts.removeNote(note.contact_id, note.id),
    changes: [['contact', note.contact_id]],
    done: words.removed,
    isToldInPlace: true,
  })
  return (
    <li className={styles.note}>
      <p className={styles.text}>{note.text}</p>
      <p className={styles.about}>
        <span>
          <Time at={note.created_on} inList />
          {` · ${note.by.name}`}
        </span>
        {note.removable && (
          <Button kind="quiet" icon="trash" onClick={() => setAsked(true)}>
            {words.remove}
          </Button>
        )}
      </p>
      {isAsked && (
        <Confirm
          title={words.removeTitle}
          action={words.remove}
          isDangerous
          onConfirm={() => remove.mutateAsync()}
          onClose={() => setAsked(false)}
        >
          <p className={styles.text}>{note.text}</p>
        </Confirm>
      )}
    </li>
  )
}
