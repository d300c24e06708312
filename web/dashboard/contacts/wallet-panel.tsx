import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Id } from '../../kit/id.tsx'
import { Money } from '../../kit/money.tsx'
import { Panel } from '../../kit/panel.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { TwoTone } from '../../kit/two-tone.tsx'
import { type Contact, useContact, useWallet, type Wallet } from '../queries.ts'
import { texts } from '../texts.ts'
import { Lots } from './lots.tsx'
import { Transactions } from './transactions.tsx'
import styles from './wallet-panel.module.css'

const words = texts.wallet

/** One wallet: what it holds, what that is made of, what moved last. */
export function WalletPanel({
  contact: id,
  onClose,
}: {
  readonly contact: string
  readonly onClose: () => void
}) {
  const contact = useContact(id)
  return (
    <Panel title={contact.data?.name ?? texts.kit.loading} closeLabel={texts.close} onClose={onClose}>
      <Answer key={id} to={contact} waiting={<SkeletonLines lines={12} />}>
        {(shown) => shown.wallet && <Shown contact={shown} wallet={shown.wallet.id} />}
      </Answer>
    </Panel>
  )
}

function Shown({ contact, wallet: id }: { readonly contact: Contact; readonly wallet: string }) {
  const wallet = useWallet(id)
  return (
    <>
      <div className={styles.facts}>
        <span>
          {words.contactCode} <Id value={contact.code} of={words.contactCode} />
        </span>
        {wallet.data && (
          <span>
            {words.code} <Id value={wallet.data.code} of={words.code} />
          </span>
        )}
      </div>
      <Answer to={wallet} waiting={<SkeletonLines lines={8} />}>
        {(shown) => (
          <>
            <Balance wallet={shown} />
            <Lots wallet={shown} />
          </>
        )}
      </Answer>
      <Transactions wallet={id} />
    </>
  )
}

function Balance({ wallet }: { readonly wallet: Wallet }) {
  const { total_balance: total, total_commerce: commerce, total_open: open, debt } = wallet
  const currency = currencyOf(wallet)
  return (
    <Card
      title={words.balance}
      aside={
        <span className={styles.total}>
          <Money amount={total} currency={currency} />
        </span>
      }
    >
      <TwoTone commerce={commerce} open={open} currency={currency} names={texts.contacts.names} />
      {wallet.activated_commerce_pools > 0 && (
        <p className={styles.note}>{words.pools(wallet.activated_commerce_pools)}</p>
      )}
      {debt > 0 && (
        <p className={styles.note}>
          {words.owes} <Money amount={debt} currency={currency} tone="owed" />. {words.owesMeans}
        </p>
      )}
    </Card>
  )
}

/** A wallet has one currency, and its first balance tells it. */
export function currencyOf({ balances: [balance] }: Wallet): string {
  return balance?.currency_code ?? 'EUR'
}
