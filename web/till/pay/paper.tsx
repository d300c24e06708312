import { Bars } from '../../kit/bars.tsx'
import { barcodeFit, type PaperMm, qrFit } from '../../kit/code-fit.ts'
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

export interface PaperProps {
  readonly receipt: Sold
  /** How wide the roll is: codes stand on it in the size in which they are printed. */
  readonly paper: PaperMm
}

/** The receipt as it is printed: on the screen, and alone on paper. */
export function Paper({ receipt, paper }: PaperProps) {
  return (
    <div className={styles.roll} data-mm={paper}>
      <Printed receipt={receipt} paper={paper} />
    </div>
  )
}

function Printed({ receipt, paper }: PaperProps) {
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
      >
        {receipt.clerk !== '' && <p>{words.clerk(receipt.clerk)}</p>}
      </ReceiptHead>
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
      <Foot receipt={receipt} paper={paper} />
    </Receipt>
  )
}

function Totals({ receipt }: { readonly receipt: Sold }) {
  const { told } = receipt
  return (
    <>
      <ReceiptTotals>
        <Row name={words.total} minor={receipt.total} weight="total" />
        {receipt.spend > 0 && (
          <Row name={words.spentAs[receipt.rewardsAs]} minor={-receipt.spend} weight="spend" />
        )}
        <Row name={words.due} minor={receipt.due} weight="due" />
        {receipt.vat !== undefined && receipt.vat > 0 && <Row name={words.vat} minor={receipt.vat} />}
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

function Foot({ receipt: { told, qr, barcode, hasMember }, paper }: PaperProps) {
  const claim = hasMember ? words.keep : words.claim
  const bars = barcodeFit(barcode, paper)
  return (
    <ReceiptFoot>
      <Qr text={qr} label={words.qr} widthMm={qrFit(qr, paper).widthMm} />
      <p>{told ? claim : words.queued}</p>
      <ReceiptCode>{qr}</ReceiptCode>
      {bars && bars.verdict !== 'TOO_WIDE' && <Bars text={barcode} label={words.barcode} fit={bars} />}
      {told && (
        <>
          <p>{words.signed}</p>
          <ReceiptCode>{told.receipt.signed_code}</ReceiptCode>
        </>
      )}
      <p>{words.thanks}</p>
    </ReceiptFoot>
  )
}
