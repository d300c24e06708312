import { Badge, type Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { monthText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import type { Wallet } from '../queries.ts'
import { amountIn, texts } from '../texts.ts'
import { currencyOf } from './balance.tsx'
import styles from './entries.module.css'
import { byMonth } from './expiries.ts'

const words = texts.wallet

type Lot = NonNullable<Wallet['lots']>[number]

/** How much expires in which month. */
export function ExpiryBars({ wallet }: { readonly wallet: Wallet }) {
  const months = byMonth((wallet.lots ?? []).filter(({ state }) => state !== 'EXPIRED'))
  const currency = currencyOf(wallet)
  const [next] = months
  if (next?.first === undefined) return null
  return (
    <Card title={words.expiries.title}>
      <Chart
        title={words.expiries.title}
        summary={words.expiries.summary(amountIn(next.amount, currency), monthText(next.first, texts.locale))}
        kind="bars"
        height={160}
        labels={months.map(({ first }) =>
          first === undefined ? words.never : monthText(first, texts.locale),
        )}
        labelsName={words.expiries.month}
        series={[{ name: words.lotColumns.left, values: months.map(({ amount }) => amount) }]}
        show={(value) => amountIn(value, currency)}
      />
    </Card>
  )
}

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
