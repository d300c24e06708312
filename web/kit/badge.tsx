import styles from './badge.module.css'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'brand' | 'cash' | 'positive' | 'negative' | 'warning' | 'info' | 'test'

/** A state in a word: text, sign and tint, so that none of them has to be enough. */
export function Badge({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone
  readonly icon: IconName
  readonly children: string
}) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon name={icon} size={12} />
      {children}
    </span>
  )
}
