import { memo } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Money } from '../../kit/money.tsx'
import { Person } from '../../kit/person.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import type { Address } from '../address.ts'
import type { Purchase } from '../queries.ts'
import { Row, RowLink } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { Awarded, Spent } from './moved.tsx'
import styles from './purchase-table.module.css'
import { STANDINGS, standingOf } from './standing.ts'

const words = texts.purchases

const COLUMNS: readonly Column[] = [
  { name: words.columns.time, from: 'narrow', className: styles.time },
  { name: words.columns.receipt, className: styles.receipt },
  { name: words.columns.venue, from: 'wide', className: styles.venue },
  { name: words.columns.contact, from: 'wide', className: styles.contact },
  { name: words.columns.total, figures: true, className: styles.amount },
  { name: words.columns.awarded, figures: true, className: styles.awarded },
  { name: words.columns.spent, figures: true, from: 'narrow', className: styles.amount },
  { name: words.columns.state, from: 'narrow', className: styles.state },
]

export interface PurchaseTableProps {
  readonly purchases: readonly Purchase[]
  readonly open: string | undefined
  readonly isNew: (id: string) => boolean
  readonly addressOf: (id: string) => Address
}

export function PurchaseTable({ purchases, open, isNew, addressOf }: PurchaseTableProps) {
  const rows = purchases.map(({ id }) => id)
  return (
    <Table caption={words.caption} columns={COLUMNS}>
      {purchases.map((purchase) => (
        <Row key={purchase.id} opens={{ id: purchase.id, rows, open, addressOf }} isNew={isNew(purchase.id)}>
          <Cell from="narrow">
            <Time at={purchase.date} inList />
          </Cell>
          <Cell head>
            <RowLink opens={{ id: purchase.id, rows, open, addressOf }}>
              {purchase.reference_number ?? purchase.code}
            </RowLink>
            <Below until="wide">
              {purchase.organisation.name} · <Buyer purchase={purchase} />
            </Below>
          </Cell>
          <Facts purchase={purchase} />
        </Row>
      ))}
    </Table>
  )
}

/** Nearly every second the list is the same but for a row, and what is kept is not drawn again. */
const Facts = memo(function Facts({ purchase }: { readonly purchase: Purchase }) {
  const { currency_code: currency, transaction_amounts, rewards } = purchase
  const standing = standingOf(purchase)
  return (
    <>
      <Cell from="wide">{purchase.organisation.name}</Cell>
      <Cell from="wide">
        <Buyer purchase={purchase} />
      </Cell>
      <Cell figures>
        <Money amount={transaction_amounts.total} currency={currency} />
        <Below until="narrow">
          <Time at={purchase.date} inList />
        </Below>
      </Cell>
      <Cell figures>
        <Awarded purchase={purchase} />
        <Below until="narrow">
          {standing === 'POSTED' && rewards.spend > 0 ? (
            <Money amount={-rewards.spend} currency={currency} />
          ) : (
            words.states[standing]
          )}
        </Below>
      </Cell>
      <Cell figures from="narrow">
        <Spent purchase={purchase} />
      </Cell>
      <Cell from="narrow">
        <Badge {...STANDINGS[standing]}>{words.states[standing]}</Badge>
      </Cell>
    </>
  )
})

function Buyer({ purchase: { contact } }: { readonly purchase: Purchase }) {
  return contact ? <Person of={contact} /> : words.nobody
}
