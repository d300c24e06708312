import { useId, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { dateText } from '../../kit/moment.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Goal, type Offer, seeksOffers, useGoals, useOffers } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { GoalBar } from './goal.tsx'
import styles from './offers.module.css'
import { openingText } from './opening-text.ts'
import { Tier } from './tier.tsx'

/** What can be earned, and how far it is. */
export function Offers() {
  const texts = useTexts()
  const id = useId()
  const [sought, setSought] = useState('')
  const offers = useOffers(sought.trim())
  const goals = useGoals()
  // Where there is none at all, there is none to search for.
  const isNone = sought === '' && offers.data?.content.length === 0
  return (
    <>
      <header className={view.section}>
        <h1 className={view.title}>{texts.offers.title}</h1>
        <p className={view.lead}>{texts.offers.lead}</p>
      </header>
      <Tier />
      {!isNone && (
        <div className={view.field}>
          <label htmlFor={id}>{texts.offers.search}</label>
          <input
            id={id}
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            autoComplete="off"
          />
        </div>
      )}
      <Answer key={sought.trim()} to={offers} waiting={<SkeletonLines lines={6} />}>
        {({ content }) =>
          content.length === 0 ? (
            <NoOffers sought={sought.trim()} />
          ) : (
            <ul className={styles.offers}>
              {content.map((offer) => (
                <li key={offer.id} className={view.card}>
                  <OneOffer offer={offer} goal={goals.data?.get(offer.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  )
}

function NoOffers({ sought }: { readonly sought: string }) {
  const { none, noneFound } = useTexts().offers
  const { title, text } = seeksOffers(sought) ? noneFound : none
  return (
    <EmptyState icon="gift" title={title}>
      {text}
    </EmptyState>
  )
}

function OneOffer({ offer, goal }: { readonly offer: Offer; readonly goal: Goal | undefined }) {
  const texts = useTexts()
  const { name, short_description, long_description, owner, availability } = offer
  return (
    <>
      <h2 className={view.subtitle}>{name}</h2>
      <p>{short_description}</p>
      {goal && <GoalBar goal={goal} />}
      <Opening of={offer} />
      <p className={view.small}>
        {owner.name}
        {availability.to !== null && ` · ${texts.offers.until} ${dateText(availability.to, texts.locale)}`}
      </p>
      {long_description !== null && (
        <details>
          <summary className={styles.terms}>{texts.offers.terms}</summary>
          <p className={view.small}>{long_description}</p>
        </details>
      )}
    </>
  )
}

/** Whether it can be had at this hour, and until when. */
function Opening({ of: { opening } }: { readonly of: Offer }) {
  const texts = useTexts()
  if (opening === null) return null
  return (
    <p>
      <Badge tone={opening.is_open ? 'positive' : 'neutral'} icon="clock">
        {openingText(opening, Date.now() / 1_000, texts)}
      </Badge>
    </p>
  )
}
