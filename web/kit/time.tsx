import { type Epoch, exactText, relativeText } from './moment.ts'
import { useNow } from './now.ts'
import styles from './time.module.css'
import { useWords } from './words.ts'

export interface TimeProps {
  readonly at: Epoch
  /** Shows the exact time in this zone first, such as the venue's; the viewer's own follows. */
  readonly zone?: string | undefined
  /** Rows of long lists are not stops of the keyboard for their time: what the row opens tells it exactly. */
  readonly inList?: boolean
}

/** How long ago, or until; the exact time on hover and on focus. */
export function Time({ at, zone, inList = false }: TimeProps) {
  const { locale } = useWords()
  const now = Math.floor(useNow() / 1_000)
  const own = exactText(at, locale)
  const there = zone === undefined ? own : exactText(at, locale, zone)
  const exact = there === own ? own : `${there}\n${own}`
  const dateTime = new Date(at * 1_000).toISOString()
  const told = relativeText(at, now, locale)
  if (inList) {
    return (
      <time className={styles.time} dir="auto" dateTime={dateTime} title={exact}>
        {told}
      </time>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time is to be had by keyboard too (WCAG 1.4.13)
    <span className={styles.time} tabIndex={0}>
      <time dir="auto" dateTime={dateTime}>
        {told}
      </time>
      <span className={styles.exact} dir="auto">
        {exact}
      </span>
    </span>
  )
}
