import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from '../../kit/icon.tsx'
import styles from './key.module.css'

export interface KeyProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** The key of the keyboard that does the same. */
  readonly hint?: string
  readonly badge?: ReactNode
}

/** A key of the till: large enough for a thumb, with the key of the keyboard that does the same. */
export function Key({ kind = 'plain', icon, hint, badge, children, ...rest }: KeyProps) {
  return (
    <button type="button" className={styles.key} data-kind={kind} aria-keyshortcuts={hint} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      <span className={styles.label}>{children}</span>
      {hint && (
        // It is told as the key of this button, and need not be read as a part of its name.
        <span aria-hidden="true">
          <kbd className={styles.hint}>{hint}</kbd>
        </span>
      )}
      {badge}
    </button>
  )
}
