import { Badge } from '../kit/badge.tsx'
import { clockText } from '../kit/moment.ts'
import { useNow } from '../kit/now.ts'
import { texts } from './texts.ts'
import styles from './view.module.css'

const STALE_AFTER = 60_000

export interface Freshness {
  readonly isError: boolean
  /** Milliseconds since 1970; 0: never. */
  readonly dataUpdatedAt: number
}

/** Whether what is seen is of now; where it is not, of when. */
export function LiveStatus({
  of,
  isPaused = false,
}: {
  readonly of: Freshness
  readonly isPaused?: boolean
}) {
  const now = useNow()
  // What has never come says so itself.
  const isLost = of.isError && of.dataUpdatedAt > 0
  const isOld = of.dataUpdatedAt > 0 && now - of.dataUpdatedAt > STALE_AFTER
  const words = texts.purchases
  return (
    <span className={styles.status} role="status">
      {isPaused ? (
        <Badge tone="neutral" icon="pause">
          {words.paused}
        </Badge>
      ) : isLost ? (
        <Badge tone="negative" icon="alert">
          {words.noAnswer}
        </Badge>
      ) : (
        of.dataUpdatedAt > 0 && (
          <Badge tone="positive" icon="play">
            {words.live}
          </Badge>
        )
      )}
      {isOld && <span>{texts.asOf(clockText(of.dataUpdatedAt / 1_000, texts.locale))}</span>}
    </span>
  )
}
