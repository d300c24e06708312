import styles from './meter.module.css'

export interface MeterProps {
  readonly label: string
  readonly value: number
  readonly most: number
  /** What it stands at, in words. */
  readonly text: string
  readonly role?: 'meter' | 'progressbar'
}

/** How much of something there is, was used or was done. */
export function Meter({ label, value, most, text, role = 'meter' }: MeterProps) {
  const share = most <= 0 ? 0 : Math.min(1, Math.max(0, value / most))
  const told = {
    role,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': most,
    'aria-valuenow': Math.min(value, most),
    'aria-valuetext': text,
  }
  return (
    <span className={styles.meter} data-full={(role === 'meter' && share >= 1) || undefined} {...told}>
      <svg width="100%" height="8" aria-hidden="true">
        <rect width="100%" height="8" rx="4" className={styles.whole} />
        {share > 0 && (
          <rect width={`${Math.max(2, share * 100)}%`} height="8" rx="4" className={styles.part} />
        )}
      </svg>
    </span>
  )
}
