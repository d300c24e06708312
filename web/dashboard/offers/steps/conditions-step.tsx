import { Button, IconButton } from '../../../kit/button.tsx'
import { texts } from '../../texts.ts'
import type { Condition } from '../draft.ts'
import styles from '../editor.module.css'
import type { StepProps } from '../editor.tsx'
import { PartOf, useProblem } from '../problems.tsx'
import { ConditionFields } from './condition-fields.tsx'

const words = texts.editor.conditions

/** What each kind begins as, in the order in which they are offered. */
const NEW: readonly Condition[] = [
  { kind: 'AMOUNT', minimum: '10.00' },
  { kind: 'PRODUCTS', products: [] },
  { kind: 'BUNDLE', items: [{ products: [], quantity: '1' }], repeats: false },
  { kind: 'ORGANISATIONS', organisations: [] },
  { kind: 'TIMINGS', timings: [{ days: [2, 3, 4, 5, 6], start_time: '08:00', end_time: '11:00' }] },
  { kind: 'SEGMENTS', any_of: [] },
  { kind: 'TIERS', tiers: [], or_above: true },
  { kind: 'PASS', pass_plans: [] },
  { kind: 'MEMBER_SINCE', within_days: 30 },
  { kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'WEEK' },
  { kind: 'CHANNELS', channels: ['ONLINE'] },
  { kind: 'PAYMENT', tenders: ['CARD'] },
  { kind: 'CLASSIFICATIONS', classifications: [] },
  { kind: 'LOTTERY', one_in: 10 },
]

/** What else must be so; all of it. */
export function ConditionsStep({ draft, change }: StepProps) {
  const conditions = draft.conditions ?? []
  const replace = (at: number, next: readonly Condition[]) =>
    change({ conditions: conditions.toSpliced(at, 1, ...next) })
  return (
    <>
      {conditions.length === 0 && <p>{words.none}</p>}
      <ul className={styles.rows}>
        {conditions.map((condition, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the API may hold several of a kind, told apart by their place alone
          <li key={`${condition.kind} ${at}`} className={styles.condition}>
            <header>
              {words.kinds[condition.kind]}
              <IconButton
                icon="trash"
                label={words.remove(words.kinds[condition.kind])}
                onClick={() => replace(at, [])}
              />
            </header>
            <PartOf name={`conditions[${at}]`}>
              <ConditionFields condition={condition} onChange={(next) => replace(at, [next])} />
              <Whole />
            </PartOf>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        {NEW.map((fresh) => (
          <Button key={fresh.kind} icon="plus" onClick={() => change({ conditions: [...conditions, fresh] })}>
            {words.kinds[fresh.kind]}
          </Button>
        ))}
      </div>
    </>
  )
}

/** What is wrong with a condition as a whole, or with a list of it that has no place to be typed in. */
function Whole() {
  const problem = useProblem()
  const said = [
    '',
    'products',
    'items',
    'items[0].products',
    'organisations',
    'tiers',
    'pass_plans',
    'timings',
  ]
    .concat('channels', 'classifications', 'tenders', 'mediums', 'any_of', 'none_of')
    .flatMap((field) => problem(field) ?? [])
  return said.length === 0 ? null : <p className={styles.wrong}>{said.join(' ')}</p>
}
