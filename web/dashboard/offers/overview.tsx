import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Id } from '../../kit/id.tsx'
import { Money } from '../../kit/money.tsx'
import { Time } from '../../kit/time.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { Findings } from './findings.tsx'
import { Budget } from './offer-table.tsx'
import { Performance } from './performance.tsx'
import { windowOf } from './phases.ts'
import { type Offer, useAwarded } from './queries.ts'

const words = texts.offers

/** What an offer says and what it has given. */
export function Overview({ offer }: { readonly offer: Offer }) {
  const given = useAwarded().get(offer.id)
  const currency = offer.currency_code
  return (
    <>
      <p className={styles.sentence}>{offer.sentence}</p>
      <Performance offer={offer} />
      <div className={styles.halves}>
        <div>
          <Card title={words.terms}>
            <Facts>
              <Fact name={words.columns.window}>{windowOf(offer)}</Fact>
              <Fact name={words.columns.budget}>
                <Budget offer={offer} />
              </Fact>
              <Fact name={words.stats.spent}>
                <Money amount={given?.spent ?? 0} currency={currency} />
              </Fact>
              <Fact name={words.stats.expired}>
                <Money amount={given?.expired ?? 0} currency={currency} />
              </Fact>
              <Fact name={words.goal}>{words.goals[offer.goal]}</Fact>
              <Fact name={words.funder}>{offer.funder.name}</Fact>
              <Fact name={words.pool}>{offer.commerce_pool.name}</Fact>
              <Fact name={words.returns}>{texts.editor.spending.policies[offer.return_policy]}</Fact>
              <Fact name={words.code}>
                <Id value={offer.code} of={words.code} isWhole />
              </Fact>
              <Fact name={words.changed}>
                <Time at={offer.updated_on} />
              </Fact>
            </Facts>
          </Card>
        </div>
        <div>
          <Findings offer={offer} />
        </div>
      </div>
    </>
  )
}
