import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Time } from '../../kit/time.tsx'
import { type Address, viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import { RecordPage } from '../list/record.tsx'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { Deliveries } from './deliveries.tsx'
import { EndpointCalls } from './endpoint-calls.tsx'
import { ChangeEndpoint } from './endpoint-form.tsx'
import { RecoverEndpoint } from './recover-endpoint.tsx'
import { ShownOnce } from './shown-once.tsx'
import { Signature } from './signature.tsx'
import { ENDPOINT_STATES, type EndpointRow } from './webhooks.tsx'

const words = texts.webhooks

/** One endpoint: what was posted there, what came of it, and how to have it posted again. */
export function Endpoint({ id, address }: { readonly id: string; readonly address: Address }) {
  const endpoint = useRead(['webhooks', 'one', id], (client, options) =>
    client.webhooks.getEndpoint(id, options),
  )
  return (
    <RecordPage of={endpoint} view="webhooks" lines={6}>
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
          {shown.failing_since !== null && (
            <Facts>
              <Fact name={words.health.failing}>
                <Time at={shown.failing_since} />
              </Fact>
            </Facts>
          )}
          <EndpointCalls id={id} />
          <Deliveries endpoint={id} address={address} />
          <Signature />
        </>
      )}
    </RecordPage>
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
