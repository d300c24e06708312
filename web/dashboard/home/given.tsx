import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useWhole } from './whole.ts'

const words = texts.home.given
const THIRTY_DAYS = 30 * 24 * 60 * 60
const MOST = 6

/** What each offer gave lately, the most generous first. */
export function Given() {
  const whole = useWhole()
  const [from] = useState(() => Math.floor(Date.now() / 1_000) - THIRTY_DAYS)
  const report = useRead(
    ['report', 'given', from],
    (client, options) => client.reports.getAwards({ from }, options),
    { interval: SELDOM },
  )
  return (
    <Card title={whole(words.title)}>
      <Answer to={report} waiting={<SkeletonLines lines={4} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Rows
              label={words.title}
              head={[words.offer, words.awarded, words.spent]}
              rows={content
                .toSorted((a, b) => b.awarded - a.awarded)
                .slice(0, MOST)
                .map(({ offer, currency_code: currency, awarded, spent }) => ({
                  key: `${offer.id} ${currency}`,
                  cells: [
                    <Link key="offer" to={viewOf('offers', { id: offer.id })}>
                      {offer.name}
                    </Link>,
                    <Money key="awarded" amount={awarded} currency={currency} tone="award" />,
                    <Money key="spent" amount={spent} currency={currency} />,
                  ],
                }))}
            />
          )
        }
      </Answer>
    </Card>
  )
}
