import { type Epoch, exactText, relativeText } from './moment.ts'
import { useNow } from './now.ts'
import styles from './time.module.css'
import { useWords } from './words.ts'

export interface TimeProps {
  readonly at: Epoch
  /** Shows the exact time in this zone first, such as the venue's; the viewer's own follows. */
  readonly zone?: string | undefined
  /** Rows of long lists leave the keyboard's way to what the row opens, which tells the exact time. */
  readonly inList?: boolean
}

/** How long ago, or until; the exact time on hover and on focus. */
export function Time({ at, zone, inList = false }: TimeProps) {
  const { locale } = useWords()
  const now = Math.floor(useNow() / 1_000)
  const own = exactText(at, locale)
  const there = zone === undefined ? own : exactText(at, locale, zone)
  const exact = there === own ? own : `${there} (${own})`
  return (
    // The exact time is to be had by keyboard too.
    <span className={styles.time} tabIndex={inList ? undefined : 0}>
      <time dateTime={new Date(at * 1_000).toISOString()}>{relativeText(at, now, locale)}</time>
      <span className={styles.exact}>{exact}</span>
    </span>
  )
}
