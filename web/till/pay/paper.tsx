import { Qr } from '../../kit/qr.tsx'
import {
  Receipt,
  ReceiptCode,
  ReceiptFoot,
  ReceiptHead,
  ReceiptLines,
  ReceiptTotal,
  type ReceiptTotalProps,
  ReceiptTotals,
} from '../../kit/receipt.tsx'
import { useStanding } from '../api/client.ts'
import { priceOf } from '../sale/basket.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { texts } from '../texts.ts'
import styles from './paper.module.css'
import type { Receipt as Sold } from './receipt.ts'

const words = texts.receipt

/** The receipt as it is printed: on the screen, and alone on paper. */
export function Paper({ receipt }: { readonly receipt: Sold }) {
  const { venue, session } = useStanding()
  return (
    <Receipt label={words.title}>
      <ReceiptHead
        venue={venue.name}
        merchant={venue.merchant}
        at={receipt.at}
        zone={venue.zone}
        number={receipt.reference}
        test={session.mode === 'TEST' ? words.test : undefined}
      />
      <ReceiptLines
        label={words.lines}
        currency={venue.currency}
        lines={receipt.lines.map((line) => ({
          key: line.key,
          name: line.name,
          quantity: line.quantity,
          amount: amountOf(priceOf(line), venue.digits),
        }))}
      />
      <Totals receipt={receipt} />
      <Foot receipt={receipt} />
    </Receipt>
  )
}

function Totals({ receipt }: { readonly receipt: Sold }) {
  const { told } = receipt
  return (
    <>
      <ReceiptTotals>
        <Row name={words.total} minor={receipt.total} weight="total" />
        {receipt.spend > 0 && <Row name={words.spent} minor={-receipt.spend} weight="spend" />}
        <Row name={words.due} minor={receipt.due} weight="due" />
        {receipt.tender.map(({ type, amount }) => (
          <Row key={type} name={words.tender[type]} minor={amount} />
        ))}
        {receipt.change > 0 && <Row name={words.change} minor={receipt.change} />}
      </ReceiptTotals>
      {told && receipt.hasMember && (
        <ReceiptTotals>
          <Row name={words.earned} amount={told.rewards.award} tone="award" signed />
          {told.wallet && <Row name={words.wallet} amount={told.wallet.total} />}
        </ReceiptTotals>
      )}
    </>
  )
}

interface RowProps extends Pick<ReceiptTotalProps, 'name' | 'weight' | 'tone' | 'signed'> {
  readonly minor?: Minor
  /** An amount of the API instead. */
  readonly amount?: number
}

function Row({ minor, amount, ...total }: RowProps) {
  const { digits, currency } = useStanding().venue
  return <ReceiptTotal amount={amount ?? amountOf(minor ?? 0, digits)} currency={currency} {...total} />
}

function Foot({ receipt: { told, qr, hasMember } }: { readonly receipt: Sold }) {
  const claim = hasMember ? words.keep : words.claim
  return (
    <ReceiptFoot>
      <div className={styles.qr}>
        <Qr text={qr} label={words.qr} />
      </div>
      <p>{told ? claim : words.queued}</p>
      <ReceiptCode>{qr}</ReceiptCode>
      {told && (
        <ReceiptCode>
          {words.signed} {told.receipt.signed_code}
        </ReceiptCode>
      )}
      <p>{words.thanks}</p>
    </ReceiptFoot>
  )
}
