import { Icon } from '../../kit/icon.tsx'
import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Link } from '../link.tsx'
import type { Movement } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { movementText, whenMoved } from './movement-text.ts'

/** One credit or debit, at the time of what it came of; what came of a purchase leads to it. */
export function MovementRow({ movement }: { readonly movement: Movement }) {
  const texts = useTexts()
  const { amount, currency, type, reward_event } = movement
  const { title, detail } = movementText(movement, texts)
  const isCredit = type === 'CREDIT'
  const inside = (
    <>
      <span className={view.name}>{title}</span>
      <Money
        amount={isCredit ? amount : -Math.abs(amount)}
        currency={currency}
        tone={isCredit ? 'award' : 'spend'}
        signed
      />
      <span className={view.small}>
        {[detail, dateText(whenMoved(movement), texts.locale)].filter((part) => part !== '').join(' · ')}
      </span>
      <span className={view.end}>
        <Icon name={isCredit ? 'award' : 'spend'} size={12} />
      </span>
    </>
  )
  const purchase = reward_event?.purchase_id
  if (purchase == null) return <div className={view.row}>{inside}</div>
  return (
    <Link to={{ view: 'activity', of: purchase }} className={view.row}>
      {inside}
    </Link>
  )
}
