import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { NothingYet } from '../list/nothing-yet.tsx'
import { LiveStatus } from '../live-status.tsx'
import { useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import view from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Board } from './board.tsx'
import { ByHour } from './by-hour.tsx'
import { chime } from './chime.ts'
import { ShareShop } from './share-shop.tsx'
import { useNewOrders } from './use-new-orders.ts'
import { useOrders, useStages } from './use-orders.ts'

const words = texts.orders

/** Whether new orders are heard, in this browser. */
const SOUND = 'tillback.orders.sound'

/** Orders by how far they are, a column each; what moves them on are buttons. */
export function Orders({ address }: ViewProps) {
  const venue = address.scope ?? address.filters.venue
  const { venues } = useNames()
  const orders = useOrders(venue)
  const stages = useStages()
  const [sound, setSound] = useState(() => localStorage.getItem(SOUND) === 'on')
  useNewOrders(orders.data, sound)
  const turnSound = () => {
    localStorage.setItem(SOUND, sound ? 'off' : 'on')
    setSound(!sound)
    // Heard at once, so that whoever turns it on knows that it is.
    if (!sound) chime()
  }
  return (
    <div className={view.parts}>
      <Head title={words.title} beside={<LiveStatus of={orders} />}>
        <Button aria-pressed={sound} onClick={turnSound}>
          {sound ? words.soundOn : words.soundOff}
        </Button>
      </Head>
      {address.scope === undefined && (
        <FilterBar
          address={address}
          filters={[
            {
              kind: 'choice',
              name: 'venue',
              label: words.venue,
              options: venues.map(({ id, name }) => [id, name]),
            },
          ]}
        />
      )}
      <Answer to={orders} waiting={<SkeletonRows />}>
        {(content) =>
          content.length === 0 && venue === undefined ? (
            <NothingYet>
              <EmptyState icon="bag" title={words.empty.title}>
                <p>{words.empty.text}</p>
                <ShareShop />
              </EmptyState>
            </NothingYet>
          ) : (
            <>
              {stages ? <Board orders={content} stages={stages} /> : <SkeletonRows />}
              <ByHour venue={venue} />
            </>
          )
        }
      </Answer>
    </div>
  )
}
