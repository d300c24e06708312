import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Listing } from '../list/listing.tsx'
import { Awarded } from '../purchases/moved.tsx'
import { STANDINGS, standingOf } from '../purchases/standing.ts'
import { usePurchases } from '../queries.ts'
import { texts } from '../texts.ts'
import styles from './contact-table.module.css'

const words = texts.purchases

const COLUMNS: readonly Column[] = [
  { name: words.columns.receipt },
  { name: words.columns.total, figures: true, className: styles.figure },
  { name: words.columns.awarded, figures: true, className: styles.figure },
  { name: words.columns.state, from: 'narrow', className: styles.state },
]

/** What one contact has bought, the newest first. */
export function ContactPurchases({
  contact,
  address,
}: {
  readonly contact: string
  readonly address: Address
}) {
  const purchases = usePurchases({ page: address.page, filters: { contact } })
  return (
    <Listing
      address={address}
      of={purchases}
      label={words.pages}
      empty={
        <EmptyState icon="receipt" title={texts.contact.noPurchases.title}>
          <p>{texts.contact.noPurchases.text}</p>
        </EmptyState>
      }
    >
      {(found) => (
        <Table caption={words.caption} columns={COLUMNS}>
          {found.map((purchase) => {
            const standing = standingOf(purchase)
            return (
              <tr key={purchase.id}>
                <Cell head>
                  <Link to={viewOf('purchases', { id: purchase.id })}>
                    {purchase.reference_number ?? purchase.code}
                  </Link>
                  <Below>
                    <Time at={purchase.date} inList />
                    {` · ${purchase.organisation.name}`}
                  </Below>
                </Cell>
                <Cell figures>
                  <Money amount={purchase.transaction_amounts.total} currency={purchase.currency_code} />
                </Cell>
                <Cell figures>
                  <Awarded purchase={purchase} />
                  {standing !== 'POSTED' && <Below until="narrow">{words.states[standing]}</Below>}
                </Cell>
                <Cell from="narrow">
                  <Badge {...STANDINGS[standing]}>{words.states[standing]}</Badge>
                </Cell>
              </tr>
            )
          })}
        </Table>
      )}
    </Listing>
  )
}
