import { Badge } from '../../kit/badge.tsx'
import { Meter } from '../../kit/meter.tsx'
import { dateText } from '../../kit/moment.ts'
import type { Goal } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { goalText } from './goal-text.ts'
import styles from './offers.module.css'

/** How far it is to the next award of an offer that several purchases reach together. */
export function GoalBar({ goal }: { readonly goal: Goal }) {
  const texts = useTexts()
  const { progress, missing } = goalText(goal, texts)
  const until =
    goal.until === null ? undefined : dateText(Date.parse(goal.until) / 1_000, texts.locale, 'UTC')
  return (
    <div className={styles.goal}>
      <p className={styles.goalHead}>
        <strong>{progress}</strong>
        {goal.times_reached > 0 && (
          <Badge tone="positive" icon="check">
            {texts.offers.reached(goal.times_reached)}
          </Badge>
        )}
      </p>
      <Meter
        role="progressbar"
        label={texts.offers.toward(goal.offer.name)}
        value={goal.counted}
        most={goal.target}
        text={progress}
      />
      <p className={view.small}>
        {goal.is_over ? texts.offers.goalOver : missing}
        {until !== undefined && ` ${texts.offers.goalUntil(until)}`}
        {goal.per === 'EVERYONE' && ` ${texts.offers.together}`}
      </p>
    </div>
  )
}
