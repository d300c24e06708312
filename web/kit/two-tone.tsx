import { useId } from 'react'
import { Money } from './money.tsx'
import { shareText } from './share.ts'
import styles from './two-tone.module.css'

export interface TwoToneProps {
  readonly commerce: number
  readonly open: number
  readonly currency: string
  readonly names: { readonly commerce: string; readonly open: string }
}

/** A wallet at a glance: evergreen is reward money, copper is cash; both amounts stand beside it in figures. Nothing has no bar. */
export function TwoTone({ commerce, open, currency, names }: TwoToneProps) {
  const pattern = useId()
  const share = shareText(commerce, open)
  return (
    <div className={styles.wallet}>
      {(commerce > 0 || open > 0) && (
        <svg className={styles.bar} width="100%" height="14" aria-hidden="true">
          <pattern
            id={pattern}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className={styles.copper} />
            <rect width="1.5" height="6" className={styles.stripe} />
          </pattern>
          <rect width="100%" height="14" className={styles.nothing} />
          {open > 0 && <rect width="100%" height="14" fill={`url(#${pattern})`} />}
          {commerce > 0 && <rect width={share} height="14" className={styles.evergreen} />}
          {commerce > 0 && open > 0 && <rect x={share} width="2" height="14" className={styles.gap} />}
        </svg>
      )}
      <dl className={styles.amounts}>
        <div data-of="commerce">
          <dt>{names.commerce}</dt>
          <dd>
            <Money amount={commerce} currency={currency} tone="award" />
          </dd>
        </div>
        <div data-of="open">
          <dt>{names.open}</dt>
          <dd>
            <Money amount={open} currency={currency} tone="cash" />
          </dd>
        </div>
      </dl>
    </div>
  )
}
