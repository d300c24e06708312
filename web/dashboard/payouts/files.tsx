import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { Listing } from '../list/listing.tsx'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import view from '../view.module.css'
import type { ViewProps } from '../views.tsx'

const words = texts.payouts.files
const A_PAGE = 50

const COLUMNS: readonly Column[] = [
  { name: words.file },
  { name: words.payouts, figures: true, from: 'narrow' },
  { name: words.total, figures: true },
  { name: words.state },
]

/** Files for the bank: payouts by account transfer, gathered. */
export function Files({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const files = useRead(['files', asked], (client, options) => client.payoutFiles.list(asked, options), {
    keeps: true,
  })
  const make = useCommand({
    run: (client) => client.payoutFiles.create({}),
    changes: [['files'], ['payouts']],
    done: ({ file }) => (file === null ? words.noneWaits : words.made(file.payouts)),
  })
  return (
    <>
      <p className={view.lead}>{words.means}</p>
      <div>
        <Button kind="primary" icon="plus" disabled={make.isPending} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      </div>
      <Listing
        address={address}
        of={files}
        label={words.pages}
        empty={
          <EmptyState icon="list" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((file) => (
              <tr key={file.id}>
                <Cell head>
                  {file.message_id}
                  <Below>
                    <Time at={file.created_on} inList />
                  </Below>
                </Cell>
                <Cell figures from="narrow">
                  {file.payouts}
                </Cell>
                <Cell figures>
                  <Money amount={file.total} currency={file.currency_code} />
                </Cell>
                <Cell>
                  <Badge tone="neutral" icon="list">
                    {words.states[file.state]}
                  </Badge>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </>
  )
}
