import { useId } from 'react'
import type { PaperMm } from '../../kit/code-fit.ts'
import { exactText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { usePrinterChoice } from '../devices/kept-printer.ts'
import { PrintKeys } from '../print/print-keys.tsx'
import { amountOf } from '../sale/minor.ts'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { Paper } from './paper.tsx'
import { type Receipt, sayOf } from './receipt.ts'
import styles from './receipt-window.module.css'

const words = texts.receipt

export interface ReceiptWindowProps {
  readonly receipt: Receipt
  readonly onNext: () => void
}

/** After the sale: the one line to say, what goes back, and the paper. */
export function ReceiptWindow({ receipt, onNext }: ReceiptWindowProps) {
  const id = useId()
  const { venue, session } = useStanding()
  const { digits, currency } = venue
  const { paper } = usePrinterChoice()
  const bytesFor = async (width: PaperMm) => {
    // The encoder comes when somebody prints with it first.
    const { escPosOf } = await import('../print/esc-pos.ts')
    return escPosOf(receipt, {
      venue,
      paper: width,
      words,
      isTest: session.mode === 'TEST',
      when: exactText(receipt.at, texts.locale, venue.zone),
    })
  }
  const show = (minor: number) => <Money amount={amountOf(minor, digits)} currency={currency} />
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onNext} size="wide" describedBy={id}>
      <div className={styles.two}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt scrolls, by the keyboard as well */}
        <section className={styles.roll} aria-label={words.title} tabIndex={0}>
          <Paper receipt={receipt} paper={paper} />
        </section>
        <div className={styles.what}>
          <div id={id} className={styles.told}>
            <p className={styles.say} dir="auto">
              {sayOf(receipt, venue)}
            </p>
            {receipt.missing > 0 && (
              <p className={styles.missing} role="alert">
                {words.collectMore(texts.money(amountOf(receipt.missing, digits), currency))}
              </p>
            )}
            {receipt.change > 0 && (
              <p className={styles.change}>
                {words.change} <strong>{show(receipt.change)}</strong>
              </p>
            )}
          </div>
          <PrintKeys name={receipt.reference} bytesFor={bytesFor} barcode={receipt.barcode} />
          <a className={styles.app} href="/shopper/?view=scan" target="_blank" rel="noreferrer">
            {words.scanWithApp}
          </a>
          <Key kind="primary" hint="Enter" onClick={onNext} data-autofocus="">
            {words.next}
          </Key>
        </div>
      </div>
    </Window>
  )
}
