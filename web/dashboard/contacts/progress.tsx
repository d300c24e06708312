import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Meter } from '../../kit/meter.tsx'
import { dayText } from '../../kit/moment.ts'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
import view from '../view.module.css'

const words = texts.contact.progress
const A_PAGE = 20

type Goal = Reply<'contacts', 'listGoals'>['content'][number]

/** How far a contact is with what several purchases reach together. */
export function Progress({ contact, address }: { readonly contact: string; readonly address: Address }) {
  const asked = { page: address.page, size: A_PAGE }
  const goals = useRead(
    ['contact', contact, 'goals', asked],
    (client, options) => client.contacts.listGoals(contact, asked, options),
    { keeps: true },
  )
  return (
    <Listing
      address={address}
      of={goals}
      label={words.pages}
      empty={
        <EmptyState icon="tag" title={words.none.title}>
          <p>{words.none.text}</p>
        </EmptyState>
      }
    >
      {(found) => (
        <div className={view.parts}>
          {found.map((goal) => (
            <GoalCard key={goal.offer.id} goal={goal} />
          ))}
        </div>
      )}
    </Listing>
  )
}

function GoalCard({ goal }: { readonly goal: Goal }) {
  const { offer, of, counted, target, missing, times_reached, is_over, until, currency_code } = goal
  const shown = (value: number) =>
    of === 'AMOUNT' ? amountIn(value, currency_code) : value.toLocaleString(texts.locale)
  const stands = `${words.of[of]}: ${words.stands(shown(counted), shown(target))}`
  return (
    <Card title={offer.name} aside={<Link to={viewOf('offers', { id: offer.id })}>{words.offer}</Link>}>
      <p>{stands}</p>
      <Meter label={offer.name} value={counted} most={target} text={stands} />
      <p className={view.note}>
        {[
          is_over ? words.over : words.missing(shown(missing)),
          ...(times_reached > 0 ? [words.reached(times_reached)] : []),
          ...(until === null ? [] : [words.until(dayText(until, texts.locale))]),
        ].join(' ')}
      </p>
    </Card>
  )
}
