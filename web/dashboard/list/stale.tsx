import { clockText } from '../../kit/moment.ts'
import { useNow } from '../../kit/now.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'

const STALE_AFTER = 60_000

/** When what is shown was true, once that is longer ago than it should be. */
export function Stale({ at }: { readonly at: number | undefined }) {
  const now = useNow()
  const isOld = at !== undefined && at > 0 && now - at > STALE_AFTER
  return (
    <p role="status" className={styles.stale}>
      {isOld ? texts.asOf(clockText(at / 1_000, texts.locale)) : ''}
    </p>
  )
}
