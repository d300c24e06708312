import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Purchase, useExplanation, useNames } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import {
  type ExplainedAward,
  type ExplainedSpend,
  type Explanation,
  type NearMiss,
  type RefusedOffer,
  withNames,
} from './explanation.ts'
import styles from './why.module.css'

const words = texts.why

/** Every offer with what it gave, computed, or with what kept it from giving. */
export function Why({ purchase }: { readonly purchase: Purchase }) {
  const explanation = useExplanation(purchase.id)
  return (
    <Card title={words.title}>
      <Answer key={purchase.id} to={explanation} waiting={<SkeletonLines lines={6} />}>
        {(told) => <Told explanation={told} isClaimed={purchase.contact !== null} />}
      </Answer>
    </Card>
  )
}

export function Told({
  explanation,
  isClaimed,
}: {
  readonly explanation: Explanation
  readonly isClaimed: boolean
}) {
  const { awards, refused, others, nearMisses, unlisted, spend, currency } = explanation
  if (!isClaimed) return <p className={styles.lead}>{words.nobody}</p>
  const none = refused.length + others.length + unlisted
  return (
    <>
      <p className={styles.lead}>{words.lead(awards.length, none)}</p>
      {awards.length > 0 && (
        <ul className={styles.offers} aria-label={words.gave}>
          {awards.map((award) => (
            <Given key={award.offer} award={award} currency={currency} />
          ))}
        </ul>
      )}
      {nearMisses.length > 0 && <NearMisses nearMisses={nearMisses} currency={currency} />}
      {refused.length > 0 && <Refusals offers={refused} />}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{words.others(others.length)}</summary>
          <Refusals offers={others} />
        </details>
      )}
      {unlisted > 0 && <p className={styles.lead}>{words.unlisted(unlisted)}</p>}
      {spend && <Spent spend={spend} currency={currency} />}
    </>
  )
}

function Given({ award, currency }: { readonly award: ExplainedAward; readonly currency: string }) {
  const { name, version, says, reckoned, amount, limit } = award
  const isMoney = !limit?.name.includes('USES')
  return (
    <li className={styles.offer}>
      <span className={styles.sign} data-gave="">
        <Icon name="check" size={14} />
      </span>
      <span className={styles.name}>{words.offer(name, version)}</span>
      <span className={styles.sum}>
        {says} ={' '}
        <Money amount={limit ? reckoned : amount} currency={currency} tone={limit ? 'plain' : 'award'} />
      </span>
      {limit && (
        <span className={styles.sum}>
          {words.limited(wordFor(words.conditions, limit.name))} (
          {isMoney ? <Money amount={limit.used} currency={currency} /> : limit.used} {words.usedOf}{' '}
          {isMoney ? <Money amount={limit.most} currency={currency} /> : limit.most}) ={' '}
          <Money amount={amount} currency={currency} tone="award" />
        </span>
      )}
    </li>
  )
}

function NearMisses({
  nearMisses,
  currency,
}: {
  readonly nearMisses: readonly NearMiss[]
  readonly currency: string
}) {
  return (
    <div className={styles.spend}>
      <h4>{words.nearMisses}</h4>
      <ul className={styles.offers}>
        {nearMisses.map(({ offer, name, version, says, amount }) => (
          <li key={offer} className={styles.offer}>
            <span className={styles.sign}>
              <Icon name="award" size={14} />
            </span>
            <span className={styles.name}>{words.offer(name, version)}</span>
            <span className={styles.sum}>
              {says} = <Money amount={amount} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Refusals({ offers }: { readonly offers: readonly RefusedOffer[] }) {
  const { names } = useNames()
  return (
    <ul className={styles.offers} aria-label={words.gaveNothing}>
      {offers.map(({ offer, name, version, condition, seen, needed }) => (
        <li key={offer} className={styles.offer}>
          <span className={styles.sign}>
            <Icon name="cross" size={14} />
          </span>
          <span className={styles.name}>{words.offer(name, version)}</span>
          <span className={styles.sum}>{wordFor(words.conditions, condition)}</span>
          <dl className={styles.reason}>
            <div>
              <dt>{words.seen}</dt>
              <dd>{withNames(seen, names)}</dd>
            </div>
            <div>
              <dt>{words.needed}</dt>
              <dd>{withNames(needed, names)}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Spent({ spend, currency }: { readonly spend: ExplainedSpend; readonly currency: string }) {
  const { names } = useNames()
  const { requested, most, taken, bounds, notUsed } = spend
  return (
    <div className={styles.spend}>
      <h4>{words.spend}</h4>
      <dl className={styles.steps}>
        {requested > 0 && <Amount name={words.asked} amount={requested} currency={currency} />}
        {most !== requested && <Amount name={words.atMost} amount={most} currency={currency} />}
        <Amount name={words.taken} amount={taken} currency={currency} />
      </dl>
      {bounds.map(({ because, most: bound, limit }) => (
        <p key={because} className={styles.lead}>
          <Money amount={bound} currency={currency} /> {wordFor(words.bounds, because)} {limit}
        </p>
      ))}
      {notUsed.map(({ pool, amount, because }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: money left out has no id and never changes its order
        <p key={index} className={styles.lead}>
          <Money amount={amount} currency={currency} /> {names.get(pool) ?? texts.purchase.openMoney}:{' '}
          {wordFor(words.because, because)}
        </p>
      ))}
    </div>
  )
}

function Amount({
  name,
  amount,
  currency,
}: {
  readonly name: string
  readonly amount: number
  readonly currency: string
}) {
  return (
    <div>
      <dt className={styles.stepName}>{name}</dt>
      <dd>
        <Money amount={amount} currency={currency} />
      </dd>
    </div>
  )
}
