import { useState } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Endpoint } from './endpoint.tsx'
import { NewEndpoint } from './endpoint-form.tsx'
import { EndpointHealth } from './endpoint-health.tsx'
import { ListenFirst } from './listen-first.tsx'
import { ShownOnce } from './shown-once.tsx'

const words = texts.webhooks
const A_PAGE = 50

export type EndpointRow = Reply<'webhooks', 'listEndpoints'>['content'][number]

export const ENDPOINT_STATES: Readonly<
  Record<EndpointRow['state'], { readonly tone: Tone; readonly icon: IconName }>
> = {
  ENABLED: { tone: 'positive', icon: 'check' },
  DISABLED: { tone: 'neutral', icon: 'cross' },
  PAUSED: { tone: 'negative', icon: 'pause' },
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.endpoint },
  { name: words.columns.events, from: 'wide' },
  { name: words.columns.deliveries, from: 'narrow' },
  { name: words.columns.state },
]

/** Where events are posted to. */
export function Webhooks({ address }: ViewProps) {
  if (address.id !== undefined) return <Endpoint key={address.id} id={address.id} address={address} />
  return <List address={address} />
}

function List({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const endpoints = useRead(
    ['webhooks', asked],
    (client, options) => client.webhooks.listEndpoints(asked, options),
    { interval: SOON, keeps: true },
  )
  const [isNew, setNew] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
          {words.create}
        </Button>
      </Head>
      <Paused endpoints={endpoints.data?.content ?? []} />
      <Listing
        address={address}
        of={endpoints}
        label={words.pages}
        empty={
          <EmptyState icon="hook" title={words.empty.title}>
            <ListenFirst />
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((endpoint) => (
              <tr key={endpoint.id}>
                <Cell head>
                  <Link to={viewOf('webhooks', { id: endpoint.id })}>{endpoint.url}</Link>
                  <Below>{endpoint.description ?? texts.nothing}</Below>
                  <Below until="narrow">
                    <EndpointHealth id={endpoint.id} />
                  </Below>
                </Cell>
                <Cell from="wide">
                  {endpoint.event_types.length === 0 ? words.all : endpoint.event_types.join(', ')}
                </Cell>
                <Cell from="narrow">
                  <EndpointHealth id={endpoint.id} />
                </Cell>
                <Cell>
                  <State of={endpoint} />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
      {isNew && <NewEndpoint onTold={setSecret} onClose={() => setNew(false)} />}
      {secret !== undefined && (
        <ShownOnce
          name={words.secret}
          secret={secret}
          variable="TILLBACK_WEBHOOK_SECRET"
          onClose={() => setSecret(undefined)}
        />
      )}
    </div>
  )
}

function State({ of: { state, failing_since: since } }: { readonly of: EndpointRow }) {
  if (state !== 'ENABLED' || since === null) {
    return <Badge {...ENDPOINT_STATES[state]}>{words.states[state]}</Badge>
  }
  return (
    <>
      <Badge tone="warning" icon="alert">
        {words.health.failing}
      </Badge>
      <Below>
        <Time at={since} inList />
      </Below>
    </>
  )
}

/** Nothing is lost while an endpoint is paused, but nothing arrives either. */
function Paused({ endpoints }: { readonly endpoints: readonly EndpointRow[] }) {
  const paused = endpoints.filter(({ state }) => state === 'PAUSED')
  if (paused.length === 0) return null
  return (
    <div role="alert" className={styles.lead}>
      {paused.map(({ id, url, reason }) => (
        <p key={id}>
          <Link to={viewOf('webhooks', { id })}>{url}</Link> {words.isPaused} {reason}
        </p>
      ))}
    </div>
  )
}
