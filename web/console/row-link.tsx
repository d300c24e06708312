import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { neighbour } from '../kit/neighbour.ts'
import { focusPanel } from '../kit/panel.tsx'
import type { Address } from './address.ts'
import { Link } from './link.tsx'
import { go } from './use-address.ts'
import styles from './view.module.css'

export interface OpensPanel {
  readonly id: string
  readonly rows: readonly string[]
  readonly isOpen: boolean
  /** Where a row of the list leads. */
  readonly addressOf: (id: string) => Address
}

/** A row that opens a panel wherever it is clicked; its link does the same for the keyboard. */
export function Row({
  opens,
  isNew = false,
  children,
}: {
  readonly opens: OpensPanel
  readonly isNew?: boolean
  readonly children: ReactNode
}) {
  const { id, isOpen, addressOf } = opens
  const open = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest('a, button') !== null
    // Whoever marks a text in the row wants to copy it.
    if (!isLink && getSelection()?.isCollapsed !== false) go(addressOf(id), { replace: isOpen })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row is its keyboard's way
    <tr
      className={styles.row}
      data-open={isOpen || undefined}
      data-arrived={isNew || undefined}
      onClick={open}
    >
      {children}
    </tr>
  )
}

/** Arrow keys lead from row to row and open what they reach; Enter goes into the panel. */
export function RowLink({ opens, children }: { readonly opens: OpensPanel; readonly children: ReactNode }) {
  const { id, rows, isOpen, addressOf } = opens
  const move = (event: KeyboardEvent) => {
    const next = neighbour(rows, id, event.key)
    if (next === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    focusRow(next)
    go(addressOf(next), { replace: true })
  }
  return (
    <Link
      id={rowId(id)}
      to={addressOf(id)}
      replace={isOpen}
      aria-current={isOpen || undefined}
      onKeyDown={move}
      onFollow={(event) => event.detail === 0 && focusPanel()}
    >
      {children}
    </Link>
  )
}

/** Closing a panel gives the keyboard back to the row that opened it. */
export function focusRow(id: string): void {
  document.getElementById(rowId(id))?.focus()
}

function rowId(id: string): string {
  return `row-${id}`
}
