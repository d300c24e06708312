import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Rows } from '../../kit/rows.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { SOON, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Clock } from './clock.tsx'

const words = texts.tools
const A_PAGE = 20

/** What helps while an integration is written; in LIVE mode it has nothing to show. */
export function Tools({ address }: ViewProps) {
  const { session } = useSignedIn()
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      {session.mode === 'LIVE' ? (
        <EmptyState icon="flask" title={words.onlyTest}>
          <p>{words.onlyTestMeans}</p>
        </EmptyState>
      ) : (
        <>
          <Clock />
          <Card title={words.addresses}>
            <Rows
              label={words.addresses}
              head={[words.what, words.where]}
              texts={[1]}
              rows={Object.entries(words.places).map(([path, name]) => ({
                key: path,
                cells: [
                  name,
                  <a key="way" href={path} target="_blank" rel="noreferrer">
                    {path}
                  </a>,
                ],
              }))}
            />
          </Card>
          <Outbox address={address} />
        </>
      )}
    </div>
  )
}

const COLUMNS: readonly Column[] = [
  { name: words.outbox.message },
  { name: words.outbox.recipient, from: 'narrow' },
  { name: words.outbox.channel },
]

/** Test data reaches nobody: what would have been sent ends here. */
function Outbox({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const outbox = useRead(
    ['outbox', asked],
    (client, options) => client.communications.listTestOutbox(asked, options),
    { interval: SOON, keeps: true },
  )
  return (
    <Card title={words.outbox.title}>
      <p className={styles.note}>{words.outbox.means}</p>
      <Listing address={address} of={outbox} label={words.outbox.pages} empty={<p>{words.outbox.none}</p>}>
        {(found) => (
          <Table caption={words.outbox.title} columns={COLUMNS}>
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
