import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { Link } from '../link.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './activity.module.css'
import type { Moment } from './moments.ts'
import { readActivity } from './read-activity.ts'

const words = texts.contact.activity
/** What stands below is reached without much scrolling on a phone. */
const AT_FIRST = 20

export interface ActivityProps {
  readonly contact: string
  readonly wallet: string | undefined
}

/** What happened around a contact: bought, earned, spent, paid out, ordered, written, and done by staff. */
export function Activity({ contact, wallet }: ActivityProps) {
  const [isLong, setLong] = useState(false)
  const activity = useRead(
    ['contact', contact, 'activity', wallet],
    (client, options) => readActivity(client, { contact, wallet }, options),
    { interval: SOON },
  )
  return (
    <Card title={words.title}>
      <Answer to={activity} waiting={<SkeletonLines lines={12} />}>
        {({ moments, isWhole }) => (
          <>
            {moments.length === 0 ? (
              <EmptyState icon="clock" title={words.none.title}>
                <p>{words.none.text}</p>
              </EmptyState>
            ) : (
              <ol className={styles.line} aria-label={words.title}>
                {(isLong ? moments : moments.slice(0, AT_FIRST)).map((moment) => (
                  <MomentRow key={moment.key} moment={moment} />
                ))}
              </ol>
            )}
            {!isLong && moments.length > AT_FIRST && (
              <div>
                <Button onClick={() => setLong(true)}>{words.all(moments.length)}</Button>
              </div>
            )}
            {isLong && !isWhole && <p className={styles.more}>{words.more}</p>}
          </>
        )}
      </Answer>
    </Card>
  )
}

function MomentRow({ moment: { at, icon, name, about, money, to } }: { readonly moment: Moment }) {
  return (
    <li className={styles.moment}>
      <span className={styles.sign}>
        <Icon name={icon} size={14} />
      </span>
      <span className={styles.name}>{to ? <Link to={to}>{name}</Link> : name}</span>
      {money && (
        <Money
          amount={money.amount}
          currency={money.currency}
          tone={money.tone}
          signed={money.tone !== 'plain'}
        />
      )}
      <span className={styles.about}>
        <Time at={at} inList />
        {about !== undefined && ` · ${about}`}
      </span>
    </li>
  )
}
