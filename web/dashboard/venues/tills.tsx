import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Id } from '../../kit/id.tsx'
import { Panel } from '../../kit/panel.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Split } from '../../kit/split.tsx'
import { Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { focusRow, Row, RowLink } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'

const words = texts.tills
const A_PAGE = 50
const MOST_INCIDENTS = 50
const figures = new Intl.NumberFormat(texts.locale)

type Till = Reply<'tills', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.till },
  { name: words.columns.sent, figures: true },
  { name: words.columns.since, from: 'narrow' },
]

/** The tills that may sell without a line, and whether what they sent fits together. */
export function Tills({ address }: ViewProps) {
  const { scope } = address
  const asked = {
    page: address.page,
    size: A_PAGE,
    ...(scope === undefined ? {} : { organisation_id: scope }),
  }
  const tills = useRead(['tills', asked], (client, options) => client.tills.list(asked, options), {
    keeps: true,
  })
  const { open } = address
  const close = () => {
    go({ ...address, open: undefined })
    if (open !== undefined) focusRow(open)
  }
  const shown = tills.data?.content.find(({ id }) => id === open)
  return (
    <Split
      panel={
        shown && (
          <Panel title={shown.name} closeLabel={texts.close} onClose={close}>
            <Queue key={shown.id} till={shown} />
          </Panel>
        )
      }
    >
      <p className={styles.lead}>{words.means}</p>
      <Listing
        address={address}
        of={tills}
        label={words.pages}
        empty={
          <EmptyState icon="print" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((till) => {
              const opens = {
                id: till.id,
                rows: found.map(({ id }) => id),
                open,
                addressOf: (id: string) => ({ ...address, open: id }),
              }
              return (
                <Row key={till.id} opens={opens}>
                  <Cell head>
                    <RowLink opens={opens}>{till.name}</RowLink>
                  </Cell>
                  <Cell figures>{figures.format(till.counter)}</Cell>
                  <Cell from="narrow">
                    <Time at={till.created_on} inList />
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
      </Listing>
    </Split>
  )
}

function Queue({ till }: { readonly till: Till }) {
  const incidents = useRead(['till-incidents', till.id], (client, options) =>
    client.tills.listIncidents(till.id, { size: MOST_INCIDENTS }, options),
  )
  return (
    <div className={styles.parts}>
      <Facts>
        <Fact name={words.columns.sent}>{figures.format(till.counter)}</Fact>
        <Fact name={words.head}>
          <Id value={till.head} of={words.head} />
        </Fact>
      </Facts>
      <Answer to={incidents} waiting={<SkeletonLines lines={3} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p>
              <Badge tone="positive" icon="check">
                {words.fits}
              </Badge>
            </p>
          ) : (
            <Rows
              label={words.incidents}
              head={[words.incident, words.sent, words.expected, words.when]}
              rows={content.map(({ id, kind, counter, expected, created_on }) => ({
                key: id,
                cells: [
                  words.kinds[kind],
                  figures.format(counter),
                  figures.format(expected),
                  <Time key="when" at={created_on} inList />,
                ],
              }))}
            />
          )
        }
      </Answer>
    </div>
  )
}
