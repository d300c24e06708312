import { Money, type MoneyProps } from '../../kit/money.tsx'
import { tellProblem } from '../../kit/tell-problem.ts'
import { useStanding } from '../api/client.ts'
import { useRewardsAs } from '../pay/rewards-as.ts'
import { piecesOf, totalOf } from '../sale/basket.ts'
import { amountOf, minorOf } from '../sale/minor.ts'
import type { Sale } from '../sale/sale.ts'
import { onRequest, type useQuote } from '../sale/use-quote.ts'
import { vatIn } from '../sale/vat.ts'
import { texts } from '../texts.ts'
import styles from './totals.module.css'

const words = texts.basket

export interface TotalsProps {
  readonly sale: Sale
  readonly quote: ReturnType<typeof useQuote>
}

/** What the basket costs, what rewards take off it and what it earns: from the live quote, without which the sum alone. */
export function Totals({ sale, quote }: TotalsProps) {
  const { venue } = useStanding()
  const { currency } = venue
  const total = amountOf(totalOf(sale.basket), venue.digits)
  const told = sale.basket.length > 0 ? quote.data : undefined
  const spend = told?.rewards.spend ?? 0
  const isBackEnd = told?.reduction_method === 'BACK_END'
  const as = useRewardsAs()
  // What an offer takes off the price is a discount whatever is chosen.
  const paid = told && as === 'PAYMENT' ? onRequest(told) : 0
  const vat = vatIn(sale.basket, isBackEnd ? 0 : minorOf(spend - paid, venue.digits))
  return (
    <section className={styles.totals} aria-label={words.total} aria-busy={quote.isFetching}>
      <dl>
        <Row
          name={`${words.total} · ${words.pieces(piecesOf(sale.basket))}`}
          amount={total}
          currency={currency}
        />
        {spend > 0 && (
          <Row
            name={isBackEnd ? words.paidOut : words.rewardsAs[as]}
            amount={isBackEnd ? spend : -spend}
            currency={currency}
            tone="spend"
          />
        )}
        {vat !== undefined && vat > 0 && (
          <Row name={words.vat} amount={amountOf(vat, venue.digits)} currency={currency} />
        )}
        {told && told.rewards.award > 0 && (
          <Row name={words.earns} amount={told.rewards.award} currency={currency} tone="award" signed />
        )}
        <div className={styles.due}>
          <dt>{words.due}</dt>
          <dd>
            <Money amount={told?.amount_due ?? total} currency={currency} />
          </dd>
        </div>
      </dl>
      <p className={styles.say} data-wrong={quote.isError || undefined}>
        {sayOf(quote)}
      </p>
    </section>
  )
}

function sayOf({ data, error, isPending, isEnabled }: TotalsProps['quote']): string {
  if (!isEnabled) return ''
  if (error) {
    const { title, text } = tellProblem(error, texts.kit)
    return error.name === 'ConnectionError' ? words.notJudged : text || title
  }
  if (isPending) return words.judging
  return data?.near_misses?.[0]?.says ?? ''
}

function Row({ name, ...money }: MoneyProps & { readonly name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money {...money} />
      </dd>
    </div>
  )
}
