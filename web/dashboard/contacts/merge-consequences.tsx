import { Money } from '../../kit/money.tsx'
import { sumOf } from '../../kit/sum.ts'
import { texts } from '../texts.ts'
import { currencyOf } from './balance.tsx'
import type { Compared } from './compare.tsx'
import styles from './duplicates.module.css'

const words = texts.duplicates

/** What comes of merging the other into the one that is kept, before it is done. */
export function Consequences({ kept, other }: { readonly kept: Compared; readonly other: Compared }) {
  const currency = currencyOf(kept.wallet)
  const money = [
    [words.moves, other.wallet.total_balance],
    [words.after, sumOf([kept.wallet.total_balance, other.wallet.total_balance])],
  ] as const
  const debt = sumOf([kept.wallet.debt, other.wallet.debt])
  return (
    <>
      <p>{words.goesOver(kept.contact.code, other.purchases)}</p>
      <div className={styles.sums}>
        {money.map(([name, amount]) => (
          <div key={name}>
            <span>{name}</span>
            <Money amount={amount} currency={currency} />
          </div>
        ))}
        {debt > 0 && (
          <div>
            <span>{words.rows.debt}</span>
            <Money amount={debt} currency={currency} tone="owed" />
          </div>
        )}
      </div>
      <p>{words.keeps(kept.contact.code, other.contact.code)}</p>
    </>
  )
}
