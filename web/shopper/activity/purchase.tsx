import { Answer } from '../../kit/answer.tsx'
import { exactText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { listOf, numberOf, textOf } from '../../kit/reading.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Link } from '../link.tsx'
import { type Purchase, usePurchase, usePurchaseRewards, useWhy } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './purchase.module.css'

/** One receipt: what was bought, what it earned and spent, and why. */
export function PurchaseView({ id }: { readonly id: string }) {
  const texts = useTexts()
  const purchase = usePurchase(id)
  return (
    <>
      <Link to={{ view: 'activity' }}>{texts.back}</Link>
      <Answer to={purchase} waiting={<SkeletonLines lines={8} />}>
        {(data) => (
          <div className={view.two}>
            <Receipt purchase={data} />
            <div className={view.section}>
              <Rewards purchase={data} />
              <Why id={data.id} />
            </div>
          </div>
        )}
      </Answer>
    </>
  )
}

function Receipt({ purchase }: { readonly purchase: Purchase }) {
  const texts = useTexts()
  const { organisation, products, transaction_amounts, currency_code, date, reference_number, state } =
    purchase
  const states: Readonly<Record<string, string>> = texts.activity.states
  return (
    <section className={styles.paper} aria-labelledby="receipt">
      <h1 id="receipt" className={view.subtitle}>
        {organisation.name}
      </h1>
      <p className={view.small}>
        {exactText(date, texts.locale)}
        <br />
        {texts.activity.receipt} <code>{reference_number}</code>
        {state !== 'POSTED' && ` · ${states[state] ?? state}`}
      </p>
      {products.length > 0 && (
        <table className={styles.lines}>
          <caption className={styles.caption}>{texts.activity.lines}</caption>
          <tbody>
            {products.map((line) => (
              <tr key={line.line}>
                <th scope="row">
                  {line.quantity} × {line.product_sku?.name ?? line.product_family?.name}
                </th>
                <td>
                  <Money amount={line.total_amount} currency={currency_code} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.total}>
        <span>{texts.activity.total}</span>
        <Money amount={transaction_amounts.total} currency={currency_code} />
      </p>
    </section>
  )
}

function Rewards({ purchase }: { readonly purchase: Purchase }) {
  const texts = useTexts()
  const rewards = usePurchaseRewards(purchase.id)
  const words: Readonly<Record<string, string>> = texts.activity.types
  return (
    <section className={view.section} aria-labelledby="rewards">
      <h2 id="rewards" className={view.subtitle}>
        {texts.activity.rewards}
      </h2>
      <Answer to={rewards} waiting={<SkeletonLines lines={3} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p className={view.lead}>{texts.scan.earnedNothing}</p>
          ) : (
            <ul className={view.list}>
              {content.map((reward) => (
                <li
                  key={[reward.type, reward.reward_offer?.id, reward.commerce_pool?.id].join()}
                  className={view.row}
                >
                  <span className={view.name}>{reward.reward_offer?.name ?? words[reward.type]}</span>
                  <Money
                    amount={reward.type === 'SPEND' ? -reward.amount : reward.amount}
                    currency={reward.currency_code}
                    tone={reward.type === 'SPEND' ? 'spend' : 'award'}
                    signed
                  />
                  <span className={view.small}>
                    {words[reward.type]}
                    {reward.commerce_pool && ` · ${reward.commerce_pool.name}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

/** The arithmetic in the words of the engine, and what a little more would have brought. */
function Why({ id }: { readonly id: string }) {
  const texts = useTexts()
  const { data } = useWhy(id)
  const awards = listOf(data, 'awards')
  const nearMisses = listOf(data, 'near_misses')
  if (awards.length === 0 && nearMisses.length === 0) return null
  return (
    <section className={view.section} aria-labelledby="why">
      <h2 id="why" className={view.subtitle}>
        {texts.activity.why}
      </h2>
      <ul className={view.list}>
        {[...awards, ...nearMisses].map((each) => (
          <li key={`${textOf(each, 'offer')} ${textOf(each, 'says')}`} className={view.row}>
            <span className={view.name}>{textOf(each, 'name')}</span>
            <Money amount={numberOf(each, 'amount')} currency={textOf(data, 'currency')} />
            <span className={view.small}>{textOf(each, 'says')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
