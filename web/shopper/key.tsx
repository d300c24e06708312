import type { ComponentProps } from 'react'
import { Icon, type IconName } from '../kit/icon.tsx'
import styles from './key.module.css'

export interface KeyProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly kind?: 'primary' | 'plain' | 'danger'
  readonly icon?: IconName
}

/** A button for a thumb. */
export function Key({ kind = 'plain', icon, children, ...rest }: KeyProps) {
  return (
    <button type="button" className={styles.key} data-kind={kind} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </button>
  )
}
