import { Badge } from '../kit/badge.tsx'
import { clockText } from '../kit/moment.ts'
import { texts } from './texts.ts'
import styles from './view.module.css'

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
  // What has never come says so itself.
  const isLost = of.isError && of.dataUpdatedAt > 0
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
      {isPaused && <span>{words.pausedAt(clockText(of.dataUpdatedAt / 1_000, texts.locale))}</span>}
    </span>
  )
}
