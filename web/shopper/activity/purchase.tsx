import { Answer } from '../../kit/answer.tsx'
import { toldAs } from '../../kit/first-names.ts'
import { Money } from '../../kit/money.tsx'
import { listOf, numberOf, textOf } from '../../kit/reading.ts'
import {
  Receipt as Paper,
  ReceiptHead,
  ReceiptLines,
  ReceiptTotal,
  ReceiptTotals,
} from '../../kit/receipt.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Link } from '../link.tsx'
import { useBranding } from '../look/branding.ts'
import { type Purchase, usePurchase, usePurchaseRewards, useWhy } from '../queries.ts'
import { modeOfKey } from '../session/session.ts'
import { useSession } from '../session/store.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { keyOf, together } from './rewards-together.ts'
import { nearMissText, whyText } from './why-text.ts'

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
              <Why purchase={data} />
            </div>
          </div>
        )}
      </Answer>
    </>
  )
}

function Receipt({ purchase }: { readonly purchase: Purchase }) {
  const texts = useTexts()
  const { key } = useSession()
  const isTest = key !== undefined && modeOfKey(key) === 'TEST'
  const { organisation, products, transaction_amounts, currency_code, date, reference_number, state } =
    purchase
  const { rewards, amount_due, reduction_method } = purchase
  const shop = useBranding()?.display_name
  const isOff = rewards.spend > 0 && reduction_method === 'FRONT_END'
  const states: Readonly<Record<string, string>> = texts.activity.states
  return (
    <Paper label={texts.activity.receipt}>
      <ReceiptHead
        venue={<h1>{organisation.name}</h1>}
        merchant={shop && shop !== organisation.name ? shop : undefined}
        at={date}
        number={reference_number ?? ''}
        test={isTest ? texts.testData : undefined}
      >
        {state !== 'POSTED' && <p>{states[state] ?? state}</p>}
      </ReceiptHead>
      {products.length > 0 && (
        <ReceiptLines
          label={texts.activity.lines}
          currency={currency_code}
          lines={products.map((line) => ({
            key: line.line,
            name: line.product_sku?.name ?? line.product_family?.name,
            quantity: line.quantity,
            amount: line.total_amount,
          }))}
        />
      )}
      <ReceiptTotals>
        <ReceiptTotal
          name={texts.activity.total}
          amount={transaction_amounts.total}
          currency={currency_code}
          weight={isOff ? 'total' : 'due'}
        />
        {isOff && (
          <>
            <ReceiptTotal
              name={texts.activity.spend}
              amount={-rewards.spend}
              currency={currency_code}
              weight="spend"
            />
            <ReceiptTotal
              name={texts.activity.paid}
              amount={amount_due}
              currency={currency_code}
              weight="due"
            />
          </>
        )}
      </ReceiptTotals>
    </Paper>
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
              {together(content).map((reward) => (
                <li key={keyOf(reward)} className={view.row}>
                  <span className={view.name}>{reward.reward_offer?.name ?? words[reward.type]}</span>
                  <Money
                    amount={reward.type === 'SPEND' ? -reward.amount : reward.amount}
                    currency={reward.currency_code}
                    tone={reward.type === 'SPEND' ? 'spend' : 'award'}
                    signed
                  />
                  <span className={view.small}>
                    {[
                      reward.reward_offer && words[reward.type],
                      reward.commerce_pool && toldAs(reward.commerce_pool.name, texts.wallet.firstPools),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
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
function Why({ purchase }: { readonly purchase: Purchase }) {
  const texts = useTexts()
  const { data } = useWhy(purchase.id)
  const awards = listOf(data, 'awards')
  const nearMisses = listOf(data, 'near_misses')
  const currency = textOf(data, 'currency')
  const { rewards, amount_due } = purchase
  const isPaidByRewards = rewards.award === 0 && rewards.spend > 0 && amount_due === 0
  if (awards.length === 0 && nearMisses.length === 0 && !isPaidByRewards) return null
  return (
    <section className={view.section} aria-labelledby="why">
      <h2 id="why" className={view.subtitle}>
        {texts.activity.why}
      </h2>
      {isPaidByRewards && <p className={view.lead}>{texts.activity.paidByRewards}</p>}
      <ul className={view.list} hidden={awards.length === 0 && nearMisses.length === 0}>
        {awards.map((each) => (
          <li key={`${textOf(each, 'offer')} ${textOf(each, 'says')}`} className={view.row}>
            <span className={view.name}>{textOf(each, 'name')}</span>
            <Money amount={numberOf(each, 'amount')} currency={currency} tone="award" />
            <span className={view.small}>{whyText(each, currency, texts)}</span>
          </li>
        ))}
        {nearMisses.map((each) => (
          <li key={`${textOf(each, 'offer')} ${textOf(each, 'says')}`} className={view.row}>
            <span>
              <span className={view.name}>{textOf(each, 'name')}</span>
              <br />
              <span className={view.small}>{nearMissText(each, currency, texts)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
