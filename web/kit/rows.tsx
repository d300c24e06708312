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
  /** Values below their name where there is no room beside it; without it, more columns than a phone has room for do so. */
  readonly stacks?: boolean
}

/** As many columns stand beside each other on a phone; more of them stand below each other there. */
const MOST_BESIDE = 3

/** A small table within a card: a name, then figures. */
export function Rows(props: RowsProps) {
  const { label, head, rows, texts = [], isWide = false } = props
  const { stacks = !isWide && head.length > MOST_BESIDE } = props
  const isFigures = (at: number) => (at > 0 && !texts.includes(at) ? '' : undefined)
  const table = (
    <table className={styles.rows} aria-label={label} data-stacks={stacks || undefined}>
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
              <td
                key={head[at + 1]}
                data-figures={isFigures(at + 1)}
                data-name={stacks ? head[at + 1] : undefined}
              >
                {stacks ? <div>{cell}</div> : cell}
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
