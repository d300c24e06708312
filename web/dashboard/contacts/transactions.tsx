import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Pages } from '../pages.tsx'
import { type Transaction, useTransactions } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import styles from './entries.module.css'
import { ExportWallet } from './export-wallet.tsx'

const words = texts.wallet

/** What moved in the wallet last, each with what was in its pocket afterwards. */
export function Transactions({
  wallet,
  address,
}: {
  readonly wallet: string
  /** Where the list has a page of its own, the page of it. */
  readonly address?: Address
}) {
  const transactions = useTransactions(wallet, address?.page)
  return (
    <Card title={words.transactions} aside={address && <ExportWallet wallet={wallet} />}>
      <Answer to={transactions} waiting={<SkeletonLines lines={6} />}>
        {({ content, paging }) => (
          <>
            <Listed transactions={content} />
            {address && <Pages label={words.pages} address={address} hasMore={paging.has_more} />}
          </>
        )}
      </Answer>
    </Card>
  )
}

function Listed({ transactions }: { readonly transactions: readonly Transaction[] }) {
  if (transactions.length === 0) return <p className={styles.none}>{words.noTransactions}</p>
  return (
    <table className={styles.entries} aria-label={words.transactionsCaption}>
      <thead>
        <tr>
          <th scope="col">{words.transactionColumns.what}</th>
          <th scope="col" data-figures="">
            {words.transactionColumns.amount}
          </th>
          <th scope="col" data-figures="">
            {words.transactionColumns.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {transactions.map((transaction) => (
          <TransactionRow key={transaction.id} transaction={transaction} />
        ))}
      </tbody>
    </table>
  )
}

function TransactionRow({ transaction }: { readonly transaction: Transaction }) {
  const { type, transaction_type, pocket, amount, currency, balance_after, reward_event } = transaction
  const isCash = pocket !== 'BUSINESS_COMMERCE'
  const what = wordFor(words.types, transaction_type)
  return (
    <tr>
      <th scope="row">
        {reward_event?.purchase_id ? (
          <Link to={viewOf('purchases', { id: reward_event.purchase_id })}>{what}</Link>
        ) : (
          what
        )}
        <span className={styles.below}>
          <Time at={transaction.posted_on} />
          {reward_event && ` · ${reward_event.performed_by.name}`}
        </span>
      </th>
      <td data-figures="">
        <Money
          amount={type === 'DEBIT' ? -amount : amount}
          currency={currency}
          tone={isCash ? 'cash' : 'award'}
          signed
        />
        <span className={styles.below}>{words.pockets[pocket]}</span>
      </td>
      <td data-figures="">
        <Money amount={balance_after} currency={currency} />
      </td>
    </tr>
  )
}
