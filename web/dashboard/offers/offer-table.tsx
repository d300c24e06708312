import { Badge } from '../../kit/badge.tsx'
import { Meter } from '../../kit/meter.tsx'
import { Money } from '../../kit/money.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { amountIn, texts } from '../texts.ts'
import styles from './offer-table.module.css'
import { PHASES, windowOf } from './phases.ts'
import { type Offer, useAwarded } from './queries.ts'

const words = texts.offers

const COLUMNS: readonly Column[] = [
  { name: words.columns.offer },
  { name: words.columns.state, className: styles.state },
  { name: words.columns.window, from: 'wide', className: styles.window },
  { name: words.columns.budget, from: 'wide', className: styles.budget },
  { name: words.columns.awarded, figures: true, from: 'narrow', className: styles.awarded },
  { name: words.columns.reach, figures: true, from: 'wide', className: styles.reach },
]

export function OfferTable({ offers }: { readonly offers: readonly Offer[] }) {
  const awarded = useAwarded()
  return (
    <Table caption={words.caption} columns={COLUMNS}>
      {offers.map((offer) => {
        const given = awarded.get(offer.id)
        return (
          <tr key={offer.id}>
            <Cell head wraps>
              <Link to={viewOf('offers', { id: offer.id })}>{offer.name}</Link>
              <Below>
                <span>{offer.sentence}</span>
              </Below>
            </Cell>
            <Cell>
              <Badge {...PHASES[offer.phase]}>{words.phases[offer.phase]}</Badge>
            </Cell>
            <Cell from="wide">{windowOf(offer)}</Cell>
            <Cell from="wide">
              <Budget offer={offer} />
            </Cell>
            <Cell figures from="narrow">
              {given ? (
                <Money amount={given.awarded} currency={given.currency_code} tone="award" />
              ) : (
                <Money amount={0} currency={offer.currency_code} tone="award" />
              )}
              {given && <Below>{words.awards(given.awards)}</Below>}
              <Below until="wide">{words.reached(given?.contacts ?? 0)}</Below>
            </Cell>
            <Cell figures from="wide">
              {words.reached(given?.contacts ?? 0)}
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}

export function Budget({ offer }: { readonly offer: Offer }) {
  const { limits, budget_used: used, currency_code: currency } = offer
  if (limits.budget === null) return <span className={styles.none}>{words.noBudget}</span>
  const text = words.usedOf(amountIn(used ?? 0, currency), amountIn(limits.budget, currency))
  return (
    <>
      <Meter label={words.columns.budget} value={used ?? 0} most={limits.budget} text={text} />
      <Below>{text}</Below>
    </>
  )
}
