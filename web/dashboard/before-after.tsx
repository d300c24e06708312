import styles from './before-after.module.css'
import { texts } from './texts.ts'

const words = texts.offers.change

export interface BeforeAfterProps {
  readonly label: string
  readonly changes: readonly { readonly part: string; readonly was: string; readonly is: string }[]
}

/** What something was and what it is or would be, part by part. */
export function BeforeAfter({ label, changes }: BeforeAfterProps) {
  return (
    <table className={styles.changes} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ part, was, is }) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            <td>{was === texts.nothing ? was : <del>{was}</del>}</td>
            <td>{is === texts.nothing ? is : <ins>{is}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
