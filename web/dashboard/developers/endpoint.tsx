import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { capital, texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import { ChangeEndpoint } from './endpoint-form.tsx'
import { EndpointHealth } from './endpoint-health.tsx'
import { RecoverEndpoint } from './recover-endpoint.tsx'
import { ShownOnce } from './shown-once.tsx'
import { Signature } from './signature.tsx'
import { ENDPOINT_STATES, type EndpointRow } from './webhooks.tsx'

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

/** One endpoint: what was posted there, what came of it, and how to have it posted again. */
export function Endpoint({ id, address }: { readonly id: string; readonly address: Address }) {
  const endpoint = useRead(['webhooks', 'one', id], (client, options) =>
    client.webhooks.getEndpoint(id, options),
  )
  return (
    <div className={styles.parts}>
      <Answer to={endpoint} waiting={<SkeletonLines lines={6} />}>
        {(shown) => (
          <>
            <Head
              title={shown.url}
              above={{ name: words.title, to: viewOf('webhooks') }}
              beside={<Badge {...ENDPOINT_STATES[shown.state]}>{words.states[shown.state]}</Badge>}
            >
              <Acts endpoint={shown} />
            </Head>
            {shown.reason !== null && <p role="alert">{shown.reason}</p>}
            <Facts>
              <Fact name={words.columns.deliveries}>
                <EndpointHealth id={id} />
              </Fact>
              {shown.failing_since !== null && (
                <Fact name={words.health.failing}>
                  <Time at={shown.failing_since} />
                </Fact>
              )}
            </Facts>
          </>
        )}
      </Answer>
      <Signature />
      <Deliveries endpoint={id} address={address} />
    </div>
  )
}

function Acts({ endpoint }: { readonly endpoint: EndpointRow }) {
  const [secret, setSecret] = useState<string>()
  const changes = [['webhooks'], ['deliveries']]
  const rotate = useCommand({
    run: async (client) => {
      const rotated = await client.webhooks.rotateSecret(endpoint.id)
      if (rotated.secret !== null) setSecret(rotated.secret)
      return rotated
    },
    changes,
  })
  const [form, setForm] = useState<'change' | 'recover' | 'delete'>()
  const close = () => setForm(undefined)
  const turn = useCommand({
    run: (client) =>
      client.webhooks.updateEndpoint(endpoint.id, {
        state: endpoint.state === 'ENABLED' ? 'DISABLED' : 'ENABLED',
      }),
    changes,
  })
  return (
    <>
      <Button onClick={() => rotate.mutate()} disabled={rotate.isPending}>
        {words.acts.rotate}
      </Button>
      <Button onClick={() => setForm('recover')}>{words.acts.recover}</Button>
      <Button icon="edit" onClick={() => setForm('change')}>
        {words.acts.change}
      </Button>
      <Button icon="trash" onClick={() => setForm('delete')}>
        {words.acts.delete}
      </Button>
      <Button
        kind={endpoint.state === 'ENABLED' ? 'plain' : 'primary'}
        onClick={() => turn.mutate()}
        disabled={turn.isPending}
      >
        {endpoint.state === 'ENABLED' ? words.acts.disable : words.acts.enable}
      </Button>
      {form === 'recover' && <RecoverEndpoint id={endpoint.id} onClose={close} />}
      {form === 'change' && <ChangeEndpoint endpoint={endpoint} onClose={close} />}
      {form === 'delete' && <DeleteEndpoint endpoint={endpoint} onClose={close} />}
      {secret !== undefined && (
        <ShownOnce
          name={words.secret}
          secret={secret}
          variable="TILLBACK_WEBHOOK_SECRET"
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  )
}

interface DeleteEndpointProps {
  readonly endpoint: EndpointRow
  readonly onClose: () => void
}

function DeleteEndpoint({ endpoint, onClose }: DeleteEndpointProps) {
  const remove = useCommand({
    run: async (client) => {
      const gone = await client.webhooks.deleteEndpoint(endpoint.id)
      go(viewOf('webhooks'))
      return gone
    },
    changes: [['webhooks']],
    done: words.deleting.done,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.deleting.title}
      action={words.acts.delete}
      isDangerous
      onConfirm={() => remove.mutateAsync()}
      onClose={onClose}
    >
      <p>{endpoint.url}</p>
      <p>{words.deleting.means}</p>
    </Confirm>
  )
}

const COLUMNS: readonly Column[] = [
  { name: words.deliveries.event },
  { name: words.deliveries.tries, figures: true, from: 'narrow' },
  { name: words.deliveries.answer, from: 'wide' },
  { name: words.deliveries.state },
  { name: words.deliveries.act, from: 'narrow' },
]

function Deliveries({ endpoint, address }: { readonly endpoint: string; readonly address: Address }) {
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
  return (
    <>
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
              <tr key={delivery.id}>
                <Cell head>
                  {delivery.event.type}
                  <Below>
                    <Time at={delivery.created_on} inList />
                  </Below>
                </Cell>
                <Cell figures from="narrow">
                  {delivery.attempts}
                </Cell>
                <Cell from="wide" wraps>
                  {delivery.error === null ? (delivery.status ?? texts.nothing) : capital(delivery.error)}
                </Cell>
                <Cell wraps>
                  <Badge {...DELIVERY_STATES[delivery.state]}>
                    {words.deliveries.states[delivery.state]}
                  </Badge>
                  {delivery.error !== null && <Below until="wide">{capital(delivery.error)}</Below>}
                  <Below until="narrow">
                    <Resend id={delivery.id} />
                  </Below>
                </Cell>
                <Cell from="narrow">
                  <Resend id={delivery.id} />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </>
  )
}

function Resend({ id }: { readonly id: string }) {
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
