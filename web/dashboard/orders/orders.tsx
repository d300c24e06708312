import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { LiveStatus } from '../live-status.tsx'
import { useNames } from '../queries.ts'
import type { Reply } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import view from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Age } from './age.tsx'
import { ByHour } from './by-hour.tsx'
import { CancelOrder } from './cancel-order.tsx'
import { chime } from './chime.ts'
import styles from './orders.module.css'
import { useNewOrders } from './use-new-orders.ts'
import { useOrders } from './use-orders.ts'

const words = texts.orders

export type Order = Reply<'orders', 'list'>['content'][number]
/** Whether new orders are heard, in this browser. */
const SOUND = 'tillback.orders.sound'
const COLUMNS = ['NEW', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CANCELLED'] as const

/** Orders by their state, a column each; what moves them on are buttons. */
export function Orders({ address }: ViewProps) {
  const { venue } = address.filters
  const { venues } = useNames()
  const orders = useOrders(venue)
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
      <Answer to={orders} waiting={<SkeletonRows />}>
        {(content) =>
          content.length === 0 && venue === undefined ? (
            <EmptyState icon="bag" title={words.empty.title}>
              <p>{words.empty.text}</p>
              <p>
                <Link to={viewOf('keys')}>{words.empty.share}</Link>
              </p>
            </EmptyState>
          ) : (
            <>
              <Board orders={content} />
              <ByHour venue={venue} />
            </>
          )
        }
      </Answer>
    </div>
  )
}

function Board({ orders }: { readonly orders: readonly Order[] }) {
  return (
    <div className={styles.board}>
      {COLUMNS.map((state) => {
        const here = orders.filter((order) => order.state === state)
        if (state === 'ON_HOLD' && here.length === 0) return null
        return (
          <section key={state} className={styles.column} aria-label={words.states[state]}>
            <h2>
              {words.states[state]} <span>{here.length}</span>
            </h2>
            <ul>
              {here.map((order) => (
                <OrderCard key={order.id} order={order} />
              ))}
            </ul>
            {here.length === 0 && <p className={styles.none}>{words.none}</p>}
          </section>
        )
      })}
    </div>
  )
}

function OrderCard({ order }: { readonly order: Order }) {
  const { number, contact, items, total, currency, fulfilled_by: venue } = order
  const isOpen = order.state !== 'COMPLETED' && order.state !== 'CANCELLED'
  return (
    <li className={styles.card}>
      <header>
        <strong>{number}</strong>
        {isOpen && <Age since={order.submitted_date} />}
      </header>
      <p>
        <Link to={viewOf('contacts', { id: contact.id })}>{contact.name ?? contact.code}</Link>
        {` · ${venue.name}`}
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.quantity} × {item.product.name}
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <Money amount={total} currency={currency} />
        <Badge tone="neutral" icon="bag">
          {words.supply[order.supply_method]}
        </Badge>
      </p>
      {isOpen && <Acts order={order} />}
    </li>
  )
}

function Acts({ order }: { readonly order: Order }) {
  const [isCancelling, setCancelling] = useState(false)
  const move = useCommand<'START_PROGRESS' | 'COMPLETE'>({
    run: (client, action) => client.orders.actOn(order.id, { action }),
    changes: [['orders'], ['order', order.id], ['purchases']],
  })
  const next = order.state === 'NEW' ? 'START_PROGRESS' : 'COMPLETE'
  return (
    <div className={styles.acts}>
      <Button kind="primary" disabled={move.isPending} onClick={() => move.mutate(next)}>
        {words.acts[next]}
      </Button>
      <Button onClick={() => setCancelling(true)}>{words.acts.CANCEL}</Button>
      {isCancelling && <CancelOrder order={order} onClose={() => setCancelling(false)} />}
    </div>
  )
}
