import type { ReactNode } from 'react'
import { maskedCode, maskedEmail, maskedPhone } from '../../kit/masked.ts'
import { dayText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { texts } from '../texts.ts'
import { currencyOf } from './balance.tsx'
import type { Compared } from './compare.tsx'
import styles from './duplicates.module.css'

const words = texts.duplicates

interface Row {
  readonly name: string
  readonly shown: (of: Compared) => ReactNode
  /** By which two are the same; undefined: nothing is known, or it says nothing. */
  readonly by?: (of: Compared) => string | undefined
}

const ROWS: readonly Row[] = [
  {
    name: words.rows.name,
    shown: ({ contact }) => (
      <Link to={viewOf('contacts', { id: contact.id })}>{contact.name || words.unknown}</Link>
    ),
    by: ({ contact }) => contact.name.toLowerCase() || undefined,
  },
  {
    name: words.rows.birthday,
    shown: ({ contact }) => (contact.birthday ? dayText(contact.birthday, texts.locale) : words.unknown),
    by: ({ contact }) => contact.birthday ?? undefined,
  },
  {
    name: words.rows.phones,
    shown: ({ contact }) => listed(contact.phones.map(({ number }) => maskedPhone(number))),
  },
  {
    name: words.rows.emails,
    shown: ({ contact }) => listed(contact.emails.map(({ email_address }) => maskedEmail(email_address))),
  },
  {
    name: words.rows.cards,
    shown: ({ contact }) =>
      listed(contact.loyalty_identifiers.map(({ identifier }) => maskedCode(identifier))),
  },
  { name: words.rows.since, shown: ({ contact }) => <Time at={contact.created_on} /> },
  {
    name: words.rows.rewards,
    shown: ({ wallet }) => (
      <Money amount={wallet.total_commerce} currency={currencyOf(wallet)} tone="award" />
    ),
  },
  {
    name: words.rows.cash,
    shown: ({ wallet }) => <Money amount={wallet.total_open} currency={currencyOf(wallet)} tone="cash" />,
  },
  {
    name: words.rows.debt,
    shown: ({ wallet }) => <Money amount={wallet.debt} currency={currencyOf(wallet)} tone="owed" />,
  },
  { name: words.rows.purchases, shown: ({ purchases }) => purchases },
]

export interface BesideEachOtherProps {
  readonly both: readonly [Compared, Compared]
  readonly stays: string
  readonly onStays: (id: string) => void
}

/** Both as a table, with what is the same marked; in its head is chosen which of them stays. */
export function BesideEachOther({ both, stays, onStays }: BesideEachOtherProps) {
  return (
    <table className={styles.beside} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.stays}</th>
          {both.map(({ contact: { id, code } }) => (
            <th key={id} scope="col">
              <label>
                <input type="radio" name="stays" checked={stays === id} onChange={() => onStays(id)} />
                {words.keep(code)}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => {
          const [one, other] = both.map((each) => row.by?.(each))
          const isSame = one !== undefined && one === other
          return (
            <tr key={row.name} data-same={isSame || undefined}>
              <th scope="row">
                {row.name}
                {isSame && <span className={styles.same}>{words.same}</span>}
              </th>
              {both.map((each) => (
                <td key={each.contact.id}>{row.shown(each)}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function listed(all: readonly string[]): string {
  return all.length === 0 ? words.unknown : all.join(', ')
}
