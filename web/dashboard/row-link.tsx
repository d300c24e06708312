import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { neighbour } from '../kit/neighbour.ts'
import { focusPanel, isPanelInFront } from '../kit/panel.tsx'
import type { Address } from './address.ts'
import { Link } from './link.tsx'
import { go } from './use-address.ts'
import styles from './view.module.css'

export interface OpensPanel {
  readonly id: string
  readonly rows: readonly string[]
  /** The row whose panel is open. */
  readonly open: string | undefined
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
  const { id, open, addressOf } = opens
  const follow = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest('a, button') !== null
    // Whoever marks a text in the row wants to copy it.
    if (!isLink && getSelection()?.isCollapsed !== false) go(addressOf(id), { replace: open !== undefined })
  }
  return (
    <tr
      className={styles.row}
      data-open={open === id || undefined}
      data-arrived={isNew || undefined}
      onClick={follow}
    >
      {children}
    </tr>
  )
}

/** Arrow keys lead from row to row and open what they reach; Enter goes into the panel. */
export function RowLink({ opens, children }: { readonly opens: OpensPanel; readonly children: ReactNode }) {
  const { id, rows, open, addressOf } = opens
  const move = (event: KeyboardEvent) => {
    const next = neighbour(rows, id, event.key)
    if (next === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    focusRow(next)
    // A panel in front of the list would take the keyboard away from it.
    if (!isPanelInFront()) go(addressOf(next), { replace: open !== undefined })
  }
  return (
    <Link
      id={rowId(id)}
      to={addressOf(id)}
      replace={open !== undefined}
      aria-current={open === id || undefined}
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
