import { Badge, type Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { stageOf } from '../../kit/order-steps.ts'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Listing } from '../list/listing.tsx'
import { stageName } from '../orders/stage-name.ts'
import { useStages } from '../orders/use-orders.ts'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './contact-table.module.css'
import lines from './order-lines.module.css'

const words = texts.contact.orders
const A_PAGE = 20

type Order = Reply<'orders', 'listOfContact'>['content'][number]

const STATES: Readonly<Record<Order['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  NEW: { tone: 'info', icon: 'dot' },
  IN_PROGRESS: { tone: 'warning', icon: 'clock' },
  ON_HOLD: { tone: 'warning', icon: 'pause' },
  COMPLETED: { tone: 'positive', icon: 'check' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.order },
  { name: words.columns.total, figures: true, className: styles.figure },
  { name: words.columns.state, className: styles.state },
]

export interface ContactOrdersProps {
  readonly contact: string
  readonly address: Address
}

/** What one contact has ordered, the newest first; each opens to its lines. */
export function ContactOrders({ contact, address }: ContactOrdersProps) {
  const asked = { page: address.page, size: A_PAGE }
  const orders = useRead(
    ['orders', 'of', contact, asked],
    (client, options) => client.orders.listOfContact(contact, asked, options),
    { interval: SOON, keeps: true },
  )
  return (
    <Listing
      address={address}
      of={orders}
      label={words.pages}
      empty={
        <EmptyState icon="bag" title={words.none}>
          <p>{words.noneMeans}</p>
        </EmptyState>
      }
    >
      {(found) => (
        <Table caption={words.caption} columns={COLUMNS}>
          {found.map((order) => (
            <OrderRows key={order.id} order={order} address={address} />
          ))}
        </Table>
      )}
    </Listing>
  )
}

/** As the board calls its columns: one that is worked on by the step that it has come to. */
function standingOf(order: Order, stages: ReturnType<typeof useStages>): string {
  const stage = stageOf(order, stages ?? [])
  return stage ? stageName(stage) : texts.orders.states[order.state]
}

function OrderRows({ order, address }: { readonly order: Order; readonly address: Address }) {
  const stages = useStages()
  const isOpen = address.open === order.id
  return (
    <>
      <tr>
        <Cell head>
          <Link to={{ ...address, open: isOpen ? undefined : order.id }} aria-expanded={isOpen}>
            {order.number}
          </Link>
          <Below>
            <Time at={order.submitted_date} inList />
            {` · ${order.fulfilled_by.name}`}
          </Below>
        </Cell>
        <Cell figures>
          <Money amount={order.total} currency={order.currency} />
        </Cell>
        <Cell wraps>
          <Badge {...STATES[order.state]}>{standingOf(order, stages)}</Badge>
        </Cell>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={COLUMNS.length} data-wraps="">
            <Lines order={order} />
          </td>
        </tr>
      )}
    </>
  )
}

function Lines({ order }: { readonly order: Order }) {
  const { number, items, currency, rewards, amount_due: due, state } = order
  return (
    <div className={lines.opened}>
      <ul className={lines.lines} aria-label={words.lines(number)}>
        {items.map(({ id, quantity, product }) => (
          <li key={id}>
            <span>
              {quantity} × {product.name}
            </span>
            <Money amount={product.cost} currency={currency} />
          </li>
        ))}
        {rewards.spend > 0 && (
          <li>
            <span>{words.wallet}</span>
            <Money amount={-rewards.spend} currency={currency} />
          </li>
        )}
        <li>
          <span>{words.due}</span>
          <Money amount={due} currency={currency} />
        </li>
      </ul>
      <p className={lines.about}>
        <Badge tone="neutral" icon="bag">
          {texts.orders.supply[order.supply_method]}
        </Badge>
        {state !== 'COMPLETED' && state !== 'CANCELLED' && (
          <Link to={viewOf('orders', { filters: { venue: order.fulfilled_by.id } })}>{words.board}</Link>
        )}
      </p>
    </div>
  )
}
