import type { ReactNode } from 'react'
import { exactText } from './moment.ts'
import { Money, type MoneyProps } from './money.tsx'
import styles from './receipt.module.css'
import { useWords } from './words.ts'

/** A purchase as the paper that the customer holds: torn off above and below, the same in every app. */
export function Receipt({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.receipt} data-paper="" aria-label={label}>
      {children}
    </section>
  )
}

export interface ReceiptHeadProps {
  readonly venue: ReactNode
  readonly merchant?: string | undefined
  readonly at: number
  /** The zone of the venue; the viewer's unless given. */
  readonly zone?: string | undefined
  readonly number: string
  /** That no real money moved. */
  readonly test?: string | undefined
  readonly children?: ReactNode
}

export function ReceiptHead({ venue, merchant, at, zone, number, test, children }: ReceiptHeadProps) {
  const { locale } = useWords()
  return (
    <header className={styles.head}>
      <div className={styles.venue}>{venue}</div>
      {merchant && <p>{merchant}</p>}
      <p>{exactText(at, locale, zone)}</p>
      <p className={styles.code}>{number}</p>
      {test !== undefined && <p className={styles.test}>{test}</p>}
      {children}
    </header>
  )
}

export interface ReceiptLine {
  readonly key: string | number
  readonly name: ReactNode
  readonly quantity: number
  readonly amount: number
  /** What the line earned or took, below it. */
  readonly below?: ReactNode
}

export interface ReceiptLinesProps {
  readonly label: string
  readonly lines: readonly ReceiptLine[]
  readonly currency: string
}

export function ReceiptLines({ label, lines, currency }: ReceiptLinesProps) {
  const { locale } = useWords()
  const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  return (
    <ul className={styles.lines} aria-label={label}>
      {lines.map(({ key, name, quantity, amount, below }) => (
        <li key={key}>
          <span>
            {quantity !== 1 && <span className={styles.quantity}>{quantities.format(quantity)} × </span>}
            {name}
          </span>
          <Money amount={amount} currency={currency} />
          {below && <span className={styles.below}>{below}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The sums, or something in their place. */
export function ReceiptTotals({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.totals}>{children}</dl>
}

export interface ReceiptTotalProps extends MoneyProps {
  readonly name: ReactNode
  readonly weight?: 'total' | 'spend' | 'due' | undefined
}

export function ReceiptTotal({ name, weight, ...money }: ReceiptTotalProps) {
  return (
    <div data-weight={weight}>
      <dt>{name}</dt>
      <dd>
        <Money {...money} />
      </dd>
    </div>
  )
}

export function ReceiptFoot({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.foot}>{children}</footer>
}

/** Something between the lines that is no line: a button, a sentence. */
export function ReceiptNote({ children }: { readonly children: ReactNode }) {
  return <div className={styles.note}>{children}</div>
}

/** What is read by eye and copied by hand. */
export function ReceiptCode({ children }: { readonly children: ReactNode }) {
  return <p className={styles.code}>{children}</p>
}
