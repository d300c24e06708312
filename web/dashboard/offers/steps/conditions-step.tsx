import { Button, IconButton } from '../../../kit/button.tsx'
import { texts } from '../../texts.ts'
import type { Condition } from '../draft.ts'
import styles from '../editor.module.css'
import type { StepProps } from '../editor.tsx'
import { ConditionFields } from './condition-fields.tsx'

const words = texts.editor.conditions

/** What each kind begins as, in the order in which they are offered. */
const NEW: readonly Condition[] = [
  { kind: 'AMOUNT', minimum: '10.00' },
  { kind: 'PRODUCTS', products: [] },
  { kind: 'ORGANISATIONS', organisations: [] },
  { kind: 'TIMINGS', timings: [{ days: [2, 3, 4, 5, 6], start_time: '08:00', end_time: '11:00' }] },
  { kind: 'SEGMENTS', any_of: [] },
  { kind: 'CHANNELS', channels: ['ONLINE'] },
  { kind: 'MEMBER_SINCE', within_days: 30 },
  { kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'WEEK' },
  { kind: 'LOTTERY', one_in: 10 },
]

/** What else must be so; all of it. */
export function ConditionsStep({ draft, change }: StepProps) {
  const conditions = draft.conditions ?? []
  const replace = (at: number, next: readonly Condition[]) =>
    change({ conditions: conditions.toSpliced(at, 1, ...next) })
  const left = NEW.filter(({ kind }) => !conditions.some((condition) => condition.kind === kind))
  return (
    <>
      {conditions.length === 0 && <p>{words.none}</p>}
      <ul className={styles.rows}>
        {conditions.map((condition, at) => (
          <li key={condition.kind} className={styles.condition}>
            <header>
              {words.kinds[condition.kind]}
              <IconButton
                icon="trash"
                label={words.remove(words.kinds[condition.kind])}
                onClick={() => replace(at, [])}
              />
            </header>
            <ConditionFields condition={condition} onChange={(next) => replace(at, [next])} />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        {left.map((fresh) => (
          <Button key={fresh.kind} icon="plus" onClick={() => change({ conditions: [...conditions, fresh] })}>
            {words.kinds[fresh.kind]}
          </Button>
        ))}
      </div>
    </>
  )
}
