import { Badge, type Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import type { Wallet } from '../queries.ts'
import { texts } from '../texts.ts'
import { currencyOf } from './balance.tsx'
import styles from './entries.module.css'

const words = texts.wallet

type Lot = NonNullable<Wallet['lots']>[number]

/** Every credit with money left: from where it is, where it may go, and until when. */
export function Lots({ wallet }: { readonly wallet: Wallet }) {
  const lots = wallet.lots ?? []
  const currency = currencyOf(wallet)
  return (
    <Card title={words.lots}>
      {lots.length === 0 ? (
        <p className={styles.none}>{words.noLots}</p>
      ) : (
        <table className={styles.entries} aria-label={words.lotsCaption}>
          <thead>
            <tr>
              <th scope="col">{words.lotColumns.from}</th>
              <th scope="col" data-figures="">
                {words.lotColumns.left}
              </th>
              <th scope="col" data-figures="">
                {words.lotColumns.expires}
              </th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <LotRow key={lot.id} lot={lot} currency={currency} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

const UNSPENDABLE: Readonly<Record<string, { readonly tone: Tone; readonly icon: IconName }>> = {
  NOT_YET_AVAILABLE: { tone: 'info', icon: 'clock' },
  NOT_ACTIVATED: { tone: 'info', icon: 'clock' },
  EXPIRED: { tone: 'warning', icon: 'cross' },
}

function LotRow({ lot, currency }: { readonly lot: Lot; readonly currency: string }) {
  const state = UNSPENDABLE[lot.state]
  const from = lot.offer?.name ?? words.credit
  return (
    <tr>
      <th scope="row">
        {lot.purchase_id === null ? (
          from
        ) : (
          <Link to={viewOf('purchases', { id: lot.purchase_id })}>{from}</Link>
        )}
        <span className={styles.below}>{lot.pool?.name ?? words.cash}</span>
      </th>
      <td data-figures="">
        <Money amount={lot.remaining} currency={currency} tone={lot.pool ? 'award' : 'cash'} />
        {lot.remaining !== lot.amount && (
          <span className={styles.below}>
            {words.of} <Money amount={lot.amount} currency={currency} />
          </span>
        )}
      </td>
      <td data-figures="">
        {lot.expires_on === null ? words.never : <Time at={lot.expires_on} />}
        {state && (
          <span className={styles.below}>
            <Badge {...state}>{words.states[lot.state]}</Badge>
          </span>
        )}
      </td>
    </tr>
  )
}
