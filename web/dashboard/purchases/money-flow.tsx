import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { Icon, type IconName } from '../../kit/icon.tsx'
import { Id } from '../../kit/id.tsx'
import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Person } from '../../kit/person.tsx'
import { Time } from '../../kit/time.tsx'
import { TwoTone } from '../../kit/two-tone.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { type Purchase, usePurchaseEntries } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import { entriesOf, type StepEntries } from './entries-of.ts'
import styles from './money-flow.module.css'

const words = texts.purchase

interface Flow {
  readonly purchase: Purchase
  readonly entries: StepEntries
}

/** What moved because of the purchase, in the order in which it did, each with its entries in the ledger. */
export function MoneyFlow({ purchase }: { readonly purchase: Purchase }) {
  const { contact, wallet, currency_code: currency } = purchase
  const posted = usePurchaseEntries(purchase.id).data?.content ?? []
  const flow = { purchase, entries: entriesOf(posted, walletSpends(purchase)) }
  return (
    <Card
      title={words.flow}
      aside={contact && <Link to={viewOf('contacts', { id: contact.id })}>{words.openWallet}</Link>}
    >
      <ol className={styles.flow}>
        <Step
          icon="receipt"
          name={words.posted}
          amount={purchase.transaction_amounts.total}
          currency={currency}
        >
          {contact ? <Person of={contact} /> : words.nobody}
        </Step>
        <Spends {...flow} />
        <Awards {...flow} />
        <Aftermath {...flow} />
      </ol>
      <p className={styles.journal}>
        {words.journalMeans} <Id value={purchase.id} of={words.journal} />
      </p>
      {wallet && (
        <div className={styles.after}>
          <h4>{words.walletAfter}</h4>
          <TwoTone
            commerce={wallet.commerce}
            open={wallet.open}
            currency={currency}
            names={texts.contacts.names}
          />
        </div>
      )}
    </Card>
  )
}

function walletSpends({ spends }: Purchase) {
  return spends.filter(({ method }) => method !== 'INSTANT')
}

function Spends({ purchase, entries }: Flow) {
  const { awards, payout, rewards, currency_code: currency } = purchase
  const discounts = awards.filter((award) => award.redeem_method === 'INSTANT')
  return (
    <>
      {discounts.map(({ offer, amount }) => (
        <Step
          key={offer.id}
          icon="spend"
          tone="spend"
          name={words.offThePrice(offer.name)}
          amount={-amount}
          currency={currency}
          entries={entries.discounts.get(offer.id)}
        />
      ))}
      {walletSpends(purchase).map((spend, index) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: spends have no id and never change their order
          key={index}
          icon="spend"
          tone="spend"
          name={words.spend(spend.commerce_pool?.name ?? words.openMoney)}
          amount={-spend.amount}
          currency={currency}
          entries={entries.spends[index]}
        />
      ))}
      {payout && (
        <Step
          icon="payout"
          tone="cash"
          name={words.payout}
          amount={rewards.spend}
          currency={currency}
          entries={entries.payout}
        >
          {wordFor(texts.payouts.states, payout.state)}
        </Step>
      )}
    </>
  )
}

function Awards({ purchase: { awards, date, currency_code: currency }, entries }: Flow) {
  const kept = awards.filter((award) => award.redeem_method !== 'INSTANT')
  return kept.map((award) => (
    <Step
      key={award.offer.id}
      icon="award"
      tone="award"
      name={words.award(award.offer.name)}
      amount={award.amount}
      currency={currency}
      entries={entries.awards.get(award.offer.id)}
    >
      {termsOf(award, date).join(', ')}
    </Step>
  ))
}

/** Where an award went, and when it may be spent. */
function termsOf(award: Purchase['awards'][number], bought: number): string[] {
  const { commerce_pool, available_on, expires_on } = award
  const on = (at: number) => dateText(at, texts.locale)
  return [
    words.intoPool(commerce_pool.name),
    ...(available_on > bought ? [`${words.availableFrom} ${on(available_on)}`] : []),
    expires_on === null ? words.neverExpires : `${words.expires} ${on(expires_on)}`,
  ]
}

/** What became of it since: goods that came back, and the void of the whole. */
function Aftermath({ purchase, entries }: Flow) {
  const { returned, cancelled_on, rewards, currency_code: currency } = purchase
  const back = cancelled_on === null ? returned : rewards
  const isBack = cancelled_on !== null || returned.total > 0
  if (!isBack) return null
  return (
    <>
      {cancelled_on === null ? (
        <Step icon="undo" name={words.returned} amount={-returned.total} currency={currency} />
      ) : (
        <Step icon="cross" name={words.cancelled}>
          <Time at={cancelled_on} />
        </Step>
      )}
      {back.award !== 0 && (
        <Step
          icon="undo"
          tone="owed"
          name={words.awardBack}
          amount={-back.award}
          currency={currency}
          entries={entries.awardBack}
        />
      )}
      {back.spend !== 0 && (
        <Step
          icon="undo"
          tone="award"
          name={words.spendBack}
          amount={back.spend}
          currency={currency}
          entries={entries.spendBack}
        />
      )}
    </>
  )
}

interface StepProps {
  readonly icon: IconName
  readonly name: string
  readonly amount?: number
  readonly currency?: string
  readonly tone?: 'plain' | 'award' | 'spend' | 'cash' | 'owed'
  /** Ids of the ledger; none while nothing was posted. */
  readonly entries?: readonly string[] | undefined
  readonly children?: ReactNode
}

function Step({ icon, name, amount, currency = '', tone = 'plain', entries = [], children }: StepProps) {
  return (
    <li className={styles.step} data-tone={tone}>
      <span className={styles.dot}>
        <Icon name={icon} size={14} />
      </span>
      <span className={styles.name}>{name}</span>
      {amount !== undefined && (
        <Money amount={amount} currency={currency} tone={tone} signed={tone !== 'plain'} />
      )}
      {children && <span className={styles.detail}>{children}</span>}
      {entries.length > 0 && (
        <span className={styles.entries}>
          {words.entries(entries.length)}
          {entries.map((id) => (
            <Id key={id} value={id} of={words.entry(id.slice(id.lastIndexOf('-') + 1))} />
          ))}
        </span>
      )}
    </li>
  )
}
