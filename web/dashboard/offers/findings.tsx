import { Answer } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { amountIn, texts } from '../texts.ts'
import styles from './findings.module.css'
import { type Finding, type Offer, useFindings } from './queries.ts'

const words = texts.findings

const SEVERITIES: Readonly<Record<Finding['severity'], { readonly tone: Tone; readonly icon: IconName }>> = {
  ERROR: { tone: 'negative', icon: 'alert' },
  WARNING: { tone: 'warning', icon: 'alert' },
  NOTICE: { tone: 'info', icon: 'info' },
}

/** What is odd about an offer, each with an example that was judged. */
export function Findings({ offer }: { readonly offer: Offer }) {
  const report = useFindings(offer.id, offer.updated_on)
  return (
    <Card title={offer.state === 'DRAFT' ? words.title : words.titleOnce}>
      <Answer to={report} waiting={<SkeletonLines lines={4} />}>
        {({ findings }) =>
          findings.length === 0 ? (
            <p className={styles.none}>{words.none}</p>
          ) : (
            <ul className={styles.findings}>
              {findings.map((finding) => (
                <li key={`${finding.code} ${finding.says}`}>
                  <Badge {...SEVERITIES[finding.severity]}>{words.severities[finding.severity]}</Badge>
                  <p>{finding.says}</p>
                  <Example finding={finding} currency={offer.currency_code} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  )
}

function Example({ finding, currency }: { readonly finding: Finding; readonly currency: string }) {
  const { baskets, steps, kept, clock } = finding.counter_example
  const [basket] = baskets
  if (!basket && steps.length === 0 && !clock) return null
  return (
    <details className={styles.example}>
      <summary>{words.example}</summary>
      {basket && (
        <p>
          {words.basket({
            at: basket.organisation.name,
            when: basket.local_time,
            total: amountIn(basket.transaction_amounts.total, currency),
            award: amountIn(basket.total_award, currency),
          })}
        </p>
      )}
      {steps.length > 0 && (
        <ol>
          {steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps of an example never change their order
            <li key={at}>
              {words.step(step.does, amountIn(step.amount, currency), amountIn(step.award, currency))}
            </li>
          ))}
        </ol>
      )}
      {kept && <p>{words.kept(amountIn(kept.goods, currency), amountIn(kept.award, currency))}</p>}
      {clock && <p>{words.clock(clock.organisation.name, clock.window, clock.time_zone)}</p>}
    </details>
  )
}
