import { useState } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { TextField } from '../../kit/field.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Endpoint } from './endpoint.tsx'
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
      <Listing
        address={address}
        of={endpoints}
        label={words.pages}
        empty={
          <EmptyState icon="hook" title={words.empty.title}>
            <p>{words.empty.text}</p>
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
                </Cell>
                <Cell from="wide">
                  {endpoint.event_types.length === 0 ? words.all : endpoint.event_types.join(', ')}
                </Cell>
                <Cell>
                  <Badge {...ENDPOINT_STATES[endpoint.state]}>{words.states[endpoint.state]}</Badge>
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

interface NewEndpointProps {
  readonly onTold: (secret: string) => void
  readonly onClose: () => void
}

function NewEndpoint({ onTold, onClose }: NewEndpointProps) {
  const [url, setUrl] = useState('')
  const [description, setDescription] = useState('')
  const create = useCommand({
    run: async (client) => {
      const made = await client.webhooks.createEndpoint({
        url: url.trim(),
        description: description.trim() === '' ? null : description.trim(),
      })
      if (made.secret !== null) onTold(made.secret)
      return made
    },
    changes: [['webhooks']],
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.create}
      action={words.form.create}
      isReady={url.trim() !== ''}
      onConfirm={() => create.mutateAsync()}
      onClose={onClose}
    >
      <TextField
        label={words.form.url}
        hint={words.form.urlHint}
        type="url"
        value={url}
        onChange={setUrl}
        autoComplete="off"
      />
      <TextField
        label={words.form.description}
        value={description}
        onChange={setDescription}
        autoComplete="off"
      />
    </Confirm>
  )
}
