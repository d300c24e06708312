import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { capital } from '../../kit/capital.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Split } from '../../kit/split.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import type { Address } from '../address.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { focusRow, type OpensPanel, Row, RowLink } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { DeliveryPanel } from './delivery-panel.tsx'

const words = texts.webhooks
const A_PAGE = 50

type Delivery = Reply<'webhooks', 'listDeliveries'>['content'][number]

export const DELIVERY_STATES: Readonly<
  Record<Delivery['state'], { readonly tone: Tone; readonly icon: IconName }>
> = {
  PENDING: { tone: 'info', icon: 'clock' },
  DELIVERED: { tone: 'positive', icon: 'check' },
  FAILED: { tone: 'negative', icon: 'alert' },
  DROPPED: { tone: 'neutral', icon: 'cross' },
}
const NAMES = ['PENDING', 'DELIVERED', 'FAILED', 'DROPPED'] as const

const COLUMNS: readonly Column[] = [
  { name: words.deliveries.event },
  { name: words.deliveries.tries, figures: true, from: 'narrow' },
  { name: words.deliveries.answer, from: 'wide' },
  { name: words.deliveries.state },
  { name: words.deliveries.act, from: 'narrow' },
]

/** What was to be posted there, the newest first; a row opens what was sent and what each try was answered. */
export function Deliveries({ endpoint, address }: { readonly endpoint: string; readonly address: Address }) {
  const state = NAMES.find((each) => each === address.filters.state)
  const asked = {
    page: address.page,
    size: A_PAGE,
    webhook_endpoint_id: endpoint,
    ...(state === undefined ? {} : { state }),
  }
  const deliveries = useRead(
    ['deliveries', asked],
    (client, options) => client.webhooks.listDeliveries(asked, options),
    { interval: SOON, keeps: true },
  )
  const { open } = address
  const close = () => {
    go({ ...address, open: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <DeliveryPanel key={open} id={open} onClose={close} />}>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: words.deliveries.state,
            options: NAMES.map((each) => [each, words.deliveries.states[each]]),
          },
        ]}
      />
      <Listing
        address={address}
        of={deliveries}
        label={words.deliveries.pages}
        empty={
          <EmptyState icon="hook" title={words.deliveries.none}>
            <p>{words.deliveries.noneMeans}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.deliveries.caption} columns={COLUMNS}>
            {found.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                opens={{
                  id: delivery.id,
                  rows: found.map(({ id }) => id),
                  open,
                  addressOf: (id) => ({ ...address, open: id }),
                }}
              />
            ))}
          </Table>
        )}
      </Listing>
    </Split>
  )
}

interface DeliveryRowProps {
  readonly delivery: Delivery
  readonly opens: OpensPanel
}

function DeliveryRow({ delivery, opens }: DeliveryRowProps) {
  const { id, event, created_on, attempts, error, status, state } = delivery
  return (
    <Row opens={opens}>
      <Cell head>
        <RowLink opens={opens}>{event.type}</RowLink>
        <Below>
          <Time at={created_on} inList />
        </Below>
      </Cell>
      <Cell figures from="narrow">
        {attempts}
      </Cell>
      <Cell from="wide" wraps>
        {error === null ? (status ?? texts.nothing) : capital(error)}
      </Cell>
      <Cell wraps>
        <Badge {...DELIVERY_STATES[state]}>{words.deliveries.states[state]}</Badge>
        {error !== null && <Below until="wide">{capital(error)}</Below>}
        <Below until="narrow">
          <Resend id={id} />
        </Below>
      </Cell>
      <Cell from="narrow">
        <Resend id={id} />
      </Cell>
    </Row>
  )
}

export function Resend({ id }: { readonly id: string }) {
  const resend = useCommand({
    run: (client) => client.webhooks.resendDelivery(id),
    changes: [['deliveries']],
    done: words.deliveries.resent,
  })
  return (
    <Button onClick={() => resend.mutate()} disabled={resend.isPending}>
      {words.deliveries.resend}
    </Button>
  )
}
