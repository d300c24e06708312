import { exactText } from '../../kit/moment.ts'
import { Money, type MoneyProps } from '../../kit/money.tsx'
import { Qr } from '../../kit/qr.tsx'
import { useStanding } from '../api/client.ts'
import { priceOf } from '../sale/basket.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { texts } from '../texts.ts'
import styles from './paper.module.css'
import type { Receipt } from './receipt.ts'

const words = texts.receipt

/** The receipt as it is printed: on the screen, and alone on paper. */
export function Paper({ receipt }: { readonly receipt: Receipt }) {
  const { venue, session } = useStanding()
  return (
    <section className={styles.paper} data-paper="" aria-label={words.title}>
      <header className={styles.head}>
        <p className={styles.venue}>{venue.name}</p>
        {venue.merchant !== '' && <p>{venue.merchant}</p>}
        <p>{exactText(receipt.at, texts.locale, venue.zone)}</p>
        <p className={styles.code}>{receipt.reference}</p>
        {session.mode === 'TEST' && <p className={styles.test}>{words.test}</p>}
      </header>
      <ul className={styles.lines}>
        {receipt.lines.map((line) => (
          <li key={line.key}>
            <span>
              {line.quantity > 1 && `${line.quantity} × `}
              {line.name}
            </span>
            <Money amount={amountOf(priceOf(line), venue.digits)} currency={venue.currency} />
          </li>
        ))}
      </ul>
      <Totals receipt={receipt} />
      <Foot receipt={receipt} />
    </section>
  )
}

function Totals({ receipt }: { readonly receipt: Receipt }) {
  const { told } = receipt
  return (
    <>
      <dl className={styles.totals}>
        <Row name={words.total} minor={receipt.total} />
        {receipt.spend > 0 && <Row name={words.spent} minor={-receipt.spend} tone="spend" />}
        <Row name={words.due} minor={receipt.due} isDue />
        {receipt.tender.map(({ type, amount }) => (
          <Row key={type} name={words.tender[type]} minor={amount} />
        ))}
        {receipt.change > 0 && <Row name={words.change} minor={receipt.change} />}
      </dl>
      {told && receipt.hasMember && (
        <dl className={styles.totals}>
          <Row name={words.earned} amount={told.rewards.award} tone="award" signed />
          {told.wallet && <Row name={words.wallet} amount={told.wallet.total} />}
        </dl>
      )}
    </>
  )
}

interface RowProps extends Pick<MoneyProps, 'tone' | 'signed'> {
  readonly name: string
  readonly minor?: Minor
  /** An amount of the API instead. */
  readonly amount?: number
  readonly isDue?: boolean
}

function Row({ name, minor, amount, isDue = false, ...money }: RowProps) {
  const { digits, currency } = useStanding().venue
  return (
    <div className={isDue ? styles.due : undefined}>
      <dt>{name}</dt>
      <dd>
        <Money amount={amount ?? amountOf(minor ?? 0, digits)} currency={currency} {...money} />
      </dd>
    </div>
  )
}

function Foot({ receipt: { told, qr, hasMember } }: { readonly receipt: Receipt }) {
  const claim = hasMember ? words.keep : words.claim
  return (
    <footer className={styles.foot}>
      <div className={styles.qr}>
        <Qr text={qr} label={words.qr} />
      </div>
      <p>{told ? claim : words.queued}</p>
      <p className={styles.code}>{qr}</p>
      {told && (
        <p className={styles.code}>
          {words.signed} {told.receipt.signed_code}
        </p>
      )}
      <p>{words.thanks}</p>
    </footer>
  )
}
