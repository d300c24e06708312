import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import type { Address } from '../address.ts'
import { Link } from '../link.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { Compare } from './compare.tsx'
import table from './duplicates.module.css'

const words = texts.duplicates
const A_PAGE = 20
const BETWEEN = '~'

export type Pair = Reply<'contacts', 'listAlike'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.pair },
  { name: words.columns.signs, from: 'narrow', className: table.signs },
]

/** Pairs of records that may be one person; each is compared before they are made one. */
export function Duplicates({ address }: { readonly address: Address }) {
  const [one, other] = (address.open ?? '').split(BETWEEN)
  if (one && other) return <Compare key={address.open} ids={[one, other]} address={address} />
  return <List address={address} />
}

function List({ address }: { readonly address: Address }) {
  const asked = { page: address.page, size: A_PAGE }
  const pairs = useRead(['alike', asked], (client, options) => client.contacts.listAlike(asked, options), {
    interval: SELDOM,
    keeps: true,
  })
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      <Listing
        address={address}
        of={pairs}
        label={words.pages}
        empty={
          <EmptyState icon="people" title={words.none}>
            <p>{words.noneMeans}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((pair) => (
              <PairRow key={openOf(pair)} pair={pair} address={address} />
            ))}
          </Table>
        )}
      </Listing>
    </>
  )
}

function PairRow({ pair, address }: { readonly pair: Pair; readonly address: Address }) {
  return (
    <tr>
      <Cell head wraps>
        <Link to={{ ...address, open: openOf(pair) }}>
          {[...new Set(pair.contacts.map(({ name, code }) => name || code))].join(' · ')}
        </Link>
        {pair.contacts.map(({ id, code, created_on }) => (
          <Below key={id}>
            {`${code} · ${words.since} `}
            <Time at={created_on} inList />
          </Below>
        ))}
        <Below until="narrow">{pair.signs.map((sign) => words.signs[sign]).join(' · ')}</Below>
      </Cell>
      <Cell wraps from="narrow">
        <span className={table.badges}>
          {pair.signs.map((sign) => (
            <Badge key={sign} tone="info" icon="check">
              {words.signs[sign]}
            </Badge>
          ))}
        </span>
      </Cell>
    </tr>
  )
}

function openOf({ contacts }: Pair): string {
  return contacts.map(({ id }) => id).join(BETWEEN)
}
