import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { TwoTone } from '../../kit/two-tone.tsx'
import type { Wallet } from '../queries.ts'
import { texts } from '../texts.ts'
import styles from './wallet-panel.module.css'

const words = texts.wallet

export function Balance({ wallet }: { readonly wallet: Wallet }) {
  const { total_balance: total, total_commerce: commerce, total_open: open, debt, blocked } = wallet
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
      {blocked > 0 && (
        <p className={styles.note}>
          {words.blocked} <Money amount={blocked} currency={currency} />. {words.blockedMeans}
        </p>
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
