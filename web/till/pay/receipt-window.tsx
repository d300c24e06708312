import { useEffect } from 'react'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { PrintKeys } from '../print/print-keys.tsx'
import { amountOf } from '../sale/minor.ts'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { Paper } from './paper.tsx'
import type { Receipt } from './receipt.ts'
import styles from './receipt-window.module.css'

const words = texts.receipt

export interface ReceiptWindowProps {
  readonly receipt: Receipt
  readonly onNext: () => void
}

/** After the sale: the one line to say, what goes back, and the paper. */
export function ReceiptWindow({ receipt, onNext }: ReceiptWindowProps) {
  const { digits, currency } = useStanding().venue
  usePrintKey()
  const show = (minor: number) => <Money amount={amountOf(minor, digits)} currency={currency} />
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onNext} size="wide">
      <div className={styles.two}>
        <div className={styles.roll}>
          <Paper receipt={receipt} />
        </div>
        <div className={styles.what}>
          <p className={styles.say} role="status">
            {receipt.told?.say ?? words.queued}
          </p>
          {receipt.missing > 0 && (
            <p className={styles.missing} role="alert">
              {words.collectMore(texts.money(amountOf(receipt.missing, digits), currency))}
            </p>
          )}
          {receipt.change > 0 && (
            <p className={styles.change}>
              {words.change}
              <strong>{show(receipt.change)}</strong>
            </p>
          )}
          <PrintKeys receipt={receipt} />
          <Key icon="print" hint="Alt+P" onClick={() => print()}>
            {words.print}
          </Key>
          <Key kind="primary" hint="Enter" onClick={onNext} data-autofocus="">
            {words.next}
          </Key>
        </div>
      </div>
    </Window>
  )
}

function usePrintKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyP') return
      event.preventDefault()
      print()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
