import { Card } from '../../kit/card.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { Listing } from '../list/listing.tsx'
import { SOON, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'

const words = texts.tools.outbox
const A_PAGE = 20

const COLUMNS: readonly Column[] = [
  { name: words.message },
  { name: words.recipient, from: 'narrow' },
  { name: words.channel },
]

/** Test data reaches nobody: what would have been sent ends here. */
export function Outbox({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const outbox = useRead(
    ['outbox', asked],
    (client, options) => client.communications.listTestOutbox(asked, options),
    { interval: SOON, keeps: true },
  )
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <Listing address={address} of={outbox} label={words.pages} empty={<p>{words.none}</p>}>
        {(found) => (
          <Table caption={words.title} columns={COLUMNS}>
            {found.map((message) => (
              <tr key={message.communication_id}>
                <Cell head>
                  {message.subject}
                  <Below>{message.content}</Below>
                </Cell>
                <Cell from="narrow">{message.recipient}</Cell>
                <Cell>
                  {wordFor(texts.contact.messages.channels, message.channel)}
                  <Below>
                    <Time at={message.created_on} inList />
                  </Below>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </Card>
  )
}
