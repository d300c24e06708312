import { Money } from '../../kit/money.tsx'
import { Person, recognisedBy } from '../../kit/person.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import type { Address } from '../address.ts'
import type { Contact } from '../queries.ts'
import { Row, RowLink } from '../row-link.tsx'
import { texts } from '../texts.ts'
import styles from './contact-table.module.css'

const words = texts.contacts

const COLUMNS: readonly Column[] = [
  { name: words.columns.contact },
  { name: words.columns.phone, from: 'wide', className: styles.phone },
  { name: words.columns.last, from: 'wide', className: styles.last },
  { name: words.columns.rewards, figures: true, from: 'narrow', className: styles.amount },
  { name: words.columns.cash, figures: true, from: 'narrow', className: styles.amount },
  { name: words.columns.total, figures: true, className: styles.amount },
]

export interface ContactTableProps {
  readonly contacts: readonly Contact[]
  readonly open: string | undefined
  readonly addressOf: (id: string) => Address
}

export function ContactTable({ contacts, open, addressOf }: ContactTableProps) {
  const rows = contacts.map(({ id }) => id)
  return (
    <Table caption={words.caption} columns={COLUMNS}>
      {contacts.map((contact) => (
        <Row key={contact.id} opens={{ id: contact.id, rows, open, addressOf }}>
          <Cell head>
            <RowLink opens={{ id: contact.id, rows, open, addressOf }}>
              <Person of={contact} isName />
            </RowLink>
            <Below>{[contact.code, ...(contact.segments ?? [])].join(' · ')}</Below>
          </Cell>
          <Cell from="wide">{recognisedBy(contact) ?? texts.nothing}</Cell>
          <Cell from="wide">{lastOf(contact)}</Cell>
          <Balances contact={contact} />
        </Row>
      ))}
    </Table>
  )
}

function Balances({ contact: { wallet } }: { readonly contact: Contact }) {
  if (!wallet) return null
  const { currency_code: currency, commerce, open, balance } = wallet
  return (
    <>
      <Cell figures from="narrow">
        <Money amount={commerce} currency={currency} tone="award" />
      </Cell>
      <Cell figures from="narrow">
        <Money amount={open} currency={currency} tone="cash" />
      </Cell>
      <Cell figures>
        <Money amount={balance} currency={currency} />
      </Cell>
    </>
  )
}

function lastOf({ last_purchase_on: at }: Contact) {
  return at === null || at === undefined ? texts.nothing : <Time at={at} inList />
}
