import type { ReactNode } from 'react'
import { Heard } from './announcement.tsx'
import styles from './table.module.css'

export interface Column {
  readonly name: string
  /** Figures stand at the end of their column, so that digits line up. */
  readonly figures?: boolean
  /** How wide the table has to be for the column to be shown; what it holds then stands elsewhere in the row too. */
  readonly from?: 'narrow' | 'wide'
  readonly className?: string | undefined
}

export interface TableProps {
  readonly caption: string
  readonly columns: readonly Column[]
  /** Rows of `<tr>`, with cells made by `Cell`. */
  readonly children: ReactNode
}

/** A real table: caption, column heads, and columns that give way where there is no room. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>
          <Heard>{caption}</Heard>
        </caption>
        <thead>
          <tr>
            {columns.map(({ name, figures, from, className }) => (
              <th
                key={name}
                scope="col"
                className={className}
                data-figures={figures || undefined}
                data-from={from}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export interface CellProps extends Pick<Column, 'figures' | 'from'> {
  readonly children: ReactNode
  /** Names its row. */
  readonly head?: boolean
  /** Goes on in a further line rather than being cut off. */
  readonly wraps?: boolean
}

export function Cell({ figures, from, head = false, wraps = false, children }: CellProps) {
  const Tag = head ? 'th' : 'td'
  return (
    <Tag
      scope={head ? 'row' : undefined}
      data-figures={figures || undefined}
      data-from={from}
      data-wraps={wraps || undefined}
    >
      {children}
    </Tag>
  )
}

/** The second, quieter line of a cell. With `until`, only while the columns that say the same are hidden. */
export function Below({
  until,
  children,
}: {
  readonly until?: 'narrow' | 'wide'
  readonly children: ReactNode
}) {
  return (
    <span className={styles.below} data-until={until}>
      {children}
    </span>
  )
}
