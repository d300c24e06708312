import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { exactText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, filtered, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { between } from '../list/days.ts'
import { Pages } from '../pages.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import { SaveAll } from './save-all.tsx'

const words = texts.reports.settlement
const A_PAGE = 50
const A_FILE_PAGE = 100

type Entry = Reply<'reports', 'listSettlements'>['content'][number]

/** The awards and spends behind the settlement, each with the receipt that it comes from. */
export function Entries({ address }: { readonly address: Address }) {
  const { filters, page } = address
  const asked = {
    page,
    size: A_PAGE,
    date: between(filters.from, filters.until),
    ...(filters.of === undefined ? {} : { organisation_id: filters.of }),
  }
  const entries = useRead(
    ['report', 'entries', asked],
    (client, options) => client.reports.listSettlements(asked, options),
    { interval: SELDOM, keeps: true },
  )
  return (
    <Answer key={filters.of} to={entries} waiting={<SkeletonRows rows={5} />}>
      {({ content, paging }) => (
        <Card
          title={filters.of === undefined ? words.entries : words.entriesOf(content[0]?.organisation.name)}
          aside={
            content.length > 0 && (
              <SaveAll
                file="settlement-entries.csv"
                head={FILE_HEAD}
                read={async (client, page) => {
                  const told = await client.reports.listSettlements({ ...asked, page, size: A_FILE_PAGE })
                  return { rows: told.content.map(fileRow), hasMore: told.paging.has_more }
                }}
              />
            )
          }
        >
          {filters.of !== undefined && (
            <p>
              <Link to={filtered(address, { of: '' })}>{words.entriesOfAll}</Link>
            </p>
          )}
          {content.length === 0 ? <p>{words.none}</p> : <Listed entries={content} />}
          <Pages label={words.entryPages} address={address} hasMore={paging.has_more} />
        </Card>
      )}
    </Answer>
  )
}

function Listed({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <Rows
      label={words.entries}
      head={[words.receipt, words.kind, words.organisation, words.funder, words.amount, words.settled]}
      texts={[1, 2, 3]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <span key="receipt">
            <Receipt of={entry} /> <Time at={entry.date} inList />
          </span>,
          words.kinds[entry.settlement_type],
          entry.organisation.name,
          entry.funder?.name ?? words.noFunder,
          <Money key="amount" amount={entry.event_amount} currency={entry.currency_code} />,
          <Money key="settled" amount={entry.settlement_amount} currency={entry.currency_code} />,
        ],
      }))}
    />
  )
}

function Receipt({ of: { settlement_event: event } }: { readonly of: Entry }) {
  if (event.type !== 'PURCHASE') return wordFor(words.events, event.type ?? '') || texts.nothing
  return <Link to={viewOf('purchases', { id: event.id })}>{event.reference_number ?? words.noNumber}</Link>
}

const FILE_HEAD = [
  words.receipt,
  words.kind,
  words.organisation,
  words.funder,
  words.currency,
  words.amount,
  words.settled,
  words.at,
]

function fileRow(entry: Entry) {
  return [
    entry.settlement_event.reference_number ?? entry.settlement_event.id,
    words.kinds[entry.settlement_type],
    entry.organisation.name,
    entry.funder?.name ?? '',
    entry.currency_code,
    entry.event_amount,
    entry.settlement_amount,
    exactText(entry.date, texts.locale),
  ]
}
