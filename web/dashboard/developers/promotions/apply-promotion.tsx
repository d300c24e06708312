import { Confirm } from '../../../kit/confirm.tsx'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../../view.module.css'
import type { Change, Promotion } from './queries.ts'

const words = texts.promotions
const LONG = 2 * 60_000

interface ApplyProps {
  readonly promotion: Promotion
  readonly onClose: () => void
}

/** Asks before what was reviewed is made so in LIVE mode; a refusal is told in place. */
export function ApplyPromotion({ promotion, onClose }: ApplyProps) {
  const { id, digest, counts, changes } = promotion
  const apply = useCommand({
    run: (client) => client.promotions.apply(id, { digest }, { timeout: LONG }),
    // Offers, places, pools, settings: whatever is configured may be another.
    changes: [[]],
    done: words.done,
    isToldInPlace: true,
  })
  const beginning = changes.filter(begins)
  return (
    <Confirm
      title={words.applyTitle}
      action={words.apply}
      onConfirm={() => apply.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.applyMeans(words.counted(counts))}</p>
      {beginning.length > 0 && (
        <>
          <p>{words.begin}</p>
          <ul className={styles.list}>
            {beginning.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.note}>{words.outdatedMeans}</p>
    </Confirm>
  )
}

/** An offer that did not run in LIVE mode and would from then on. */
function begins({ kind, fields }: Change): boolean {
  return kind === 'OFFER' && fields.some(({ field, to }) => field === 'state' && to === 'ACTIVE')
}
