import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { capital } from '../../kit/capital.ts'
import { Card } from '../../kit/card.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Head } from '../list/head.tsx'
import { NAMES, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { DELIVERY_STATES } from './deliveries.tsx'
import { EventObject } from './event-object.tsx'

const words = texts.events
const MOST = 100

/** One event: what it happened to, as webhooks are told it, and whom it was delivered to. */
export function EventPage({ id }: { readonly id: string }) {
  const event = useRead(['events', 'one', id], (client, options) => client.webhooks.getEvent(id, options), {
    interval: SOON,
  })
  return (
    <div className={styles.parts}>
      <Head title={event.data?.type ?? words.one} above={{ name: words.title, to: viewOf('events') }} />
      <Answer to={event} waiting={<SkeletonLines lines={6} />}>
        {(told) => (
          <>
            <Facts>
              <Fact name={words.when}>
                <Time at={told.created_on} />
              </Fact>
              <Fact name={words.object}>
                <EventObject type={told.type} id={told.entity_id} />
              </Fact>
            </Facts>
            <Deliveries event={id} />
            <CodeBlock name={told.type} shown={JSON.stringify(told, null, 2)} />
          </>
        )}
      </Answer>
    </div>
  )
}

function Deliveries({ event }: { readonly event: string }) {
  const asked = { event_id: event, size: MOST }
  const deliveries = useRead(
    ['deliveries', asked],
    (client, options) => client.webhooks.listDeliveries(asked, options),
    { interval: SOON },
  )
  const endpoints = useRead(
    ['webhooks', 'names'],
    (client, options) => client.webhooks.listEndpoints({ size: MOST }, options),
    { interval: NAMES },
  )
  const urls = new Map((endpoints.data?.content ?? []).map(({ id, url }) => [id, url]))
  const { deliveries: told } = texts.webhooks
  return (
    <Card title={words.deliveries}>
      <Answer to={deliveries} waiting={<SkeletonLines lines={2} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p className={styles.note}>{words.noDeliveries}</p>
          ) : (
            <Rows
              label={words.deliveries}
              head={[texts.webhooks.columns.endpoint, told.state, told.answer, told.tries]}
              texts={[1, 2]}
              rows={content.map(({ id, webhook_endpoint_id: endpoint, state, status, error, attempts }) => ({
                key: id,
                cells: [
                  <Link key="endpoint" to={viewOf('webhooks', { id: endpoint, open: id })}>
                    {urls.get(endpoint) ?? endpoint.slice(-8)}
                  </Link>,
                  <Badge key="state" {...DELIVERY_STATES[state]}>
                    {told.states[state]}
                  </Badge>,
                  error === null ? (status ?? texts.nothing) : capital(error),
                  attempts,
                ],
              }))}
            />
          )
        }
      </Answer>
    </Card>
  )
}
