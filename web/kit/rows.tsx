import type { ReactNode } from 'react'
import styles from './rows.module.css'

export interface RowsProps {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** Columns of text after the first, by their place; the others hold figures. */
  readonly texts?: readonly number[]
  /** Has more columns than may fit; then it is moved sideways, by the keyboard too. */
  readonly isWide?: boolean
}

/** A small table within a card: a name, then figures. */
export function Rows({ label, head, rows, texts = [], isWide = false }: RowsProps) {
  const isFigures = (at: number) => (at > 0 && !texts.includes(at) ? '' : undefined)
  const table = (
    <table className={styles.rows} aria-label={label}>
      <thead>
        <tr>
          {head.map((name, at) => (
            <th key={name} scope="col" data-figures={isFigures(at)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, at) => (
              <td key={head[at + 1]} data-figures={isFigures(at + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!isWide) return <div className={styles.scroll}>{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={`${styles.scroll} ${styles.wide}`} aria-label={label} tabIndex={0}>
      {table}
    </section>
  )
}
