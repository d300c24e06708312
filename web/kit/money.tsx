import { amountText } from './amount.ts'
import styles from './money.module.css'
import { useWords } from './words.ts'

export interface MoneyProps {
  readonly amount: number
  readonly currency: string
  /** Whether an amount above zero carries a plus. */
  readonly signed?: boolean
  /** award and spend take the colour of reward money; undone was moved and has been moved back. */
  readonly tone?: 'plain' | 'award' | 'spend' | 'cash' | 'owed' | 'undone'
}

/** An amount with its sign and currency; its figures run left to right in every language. */
export function Money({ amount, currency, signed = false, tone = 'plain' }: MoneyProps) {
  const { locale } = useWords()
  const { sign, figures } = amountText(amount, { currency, locale, signed })
  return (
    <bdi className={styles.money} data-tone={amount === 0 && tone !== 'plain' ? 'nothing' : tone}>
      {/* One text, so that the sign is heard with its figures. */}
      {`${sign}${figures} `}
      <span className={styles.currency}>{currency}</span>
    </bdi>
  )
}
