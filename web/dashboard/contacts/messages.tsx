import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import type { Address } from '../address.ts'
import { Listing } from '../list/listing.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import styles from './contact-table.module.css'

const words = texts.contact.messages
const A_PAGE = 20

const COLUMNS: readonly Column[] = [
  { name: words.subject },
  { name: words.channel, from: 'narrow', className: styles.word },
  { name: words.state, className: styles.word },
]

/** What was written to a contact, and what became of it. */
export function Messages({ contact, address }: { readonly contact: string; readonly address: Address }) {
  const asked = { page: address.page, size: A_PAGE }
  const messages = useRead(
    ['messages', contact, asked],
    (client, options) => client.communications.list(contact, asked, options),
    { interval: SELDOM, keeps: true },
  )
  return (
    <Listing
      address={address}
      of={messages}
      label={words.pages}
      empty={
        <EmptyState icon="list" title={words.none}>
          <p>{words.noneMeans}</p>
        </EmptyState>
      }
    >
      {(found) => (
        <Table caption={words.caption} columns={COLUMNS}>
          {found.map((message) => (
            <tr key={message.id}>
              <Cell head>
                {message.subject}
                <Below>
                  <Time at={message.created_on} inList />
                  <span className={styles.until}>{` · ${wordFor(words.channels, message.channel)}`}</span>
                </Below>
              </Cell>
              <Cell from="narrow">{wordFor(words.channels, message.channel)}</Cell>
              <Cell>
                {wordFor(words.states, message.state)}
                {message.error !== null && <Below>{message.error}</Below>}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Listing>
  )
}
