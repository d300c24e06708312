import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { FirstUse } from './first-use.tsx'
import { Calls, type KeyCalls, useKeyCalls } from './key-calls.tsx'
import { NewKey } from './new-key.tsx'
import { ShownOnce } from './shown-once.tsx'

const words = texts.keys
const A_PAGE = 50
const OVERLAP = 24 * 60 * 60

export type Key = Reply<'apiKeys', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.key },
  { name: words.columns.scopes, from: 'wide' },
  { name: words.columns.used, from: 'narrow' },
  { name: words.columns.calls, from: 'wide' },
  { name: words.columns.state },
  { name: words.columns.acts, from: 'narrow' },
]

/** Keys of this mode: what each may do, and where it was used last. */
export function Keys({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const keys = useRead(['keys', asked], (client, options) => client.apiKeys.list(asked, options), {
    interval: SOON,
    keeps: true,
  })
  const calls = useKeyCalls()
  const [isNew, setNew] = useState(false)
  const [told, setTold] = useState<ToldKey>()
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
          {words.create}
        </Button>
      </Head>
      <Listing
        address={address}
        of={keys}
        label={words.pages}
        empty={
          <EmptyState icon="key" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((key) => (
              <KeyRow key={key.id} of={key} calls={calls(key.id)} onTold={setTold} />
            ))}
          </Table>
        )}
      </Listing>
      {isNew && <NewKey onTold={setTold} onClose={() => setNew(false)} />}
      {told && (
        <ShownOnce {...told} isPublic={told.isOfApp} onClose={() => setTold(undefined)}>
          <FirstUse of={told} />
        </ShownOnce>
      )}
    </div>
  )
}

interface ToldKey {
  readonly name: string
  readonly secret: string
  readonly isOfApp: boolean
}

export interface Telling {
  readonly onTold: (told: ToldKey) => void
}

interface KeyRowProps extends Telling {
  readonly of: Key
  readonly calls: KeyCalls | undefined
}

function KeyRow({ of: key, calls, onTold }: KeyRowProps) {
  const { name, prefix, last4, last_used_on, last_used_from, revoked_on, expires_on } = key
  const isOver = revoked_on !== null
  return (
    <tr>
      <Cell head>
        {name}
        <Below>
          <code>{`${prefix}…${last4}`}</code>
        </Below>
        <Below until="narrow">
          {`${words.columns.used}: `}
          {last_used_on === null ? words.never : <Time at={last_used_on} inList />}
        </Below>
        {calls && (
          <Below until="wide">{`${words.columns.calls}: ${words.calls.number(calls.requests)}`}</Below>
        )}
      </Cell>
      <Cell from="wide">{mayOf(key)}</Cell>
      <Cell from="narrow">
        {last_used_on === null ? words.never : <Time at={last_used_on} inList />}
        {last_used_from !== null && <Below>{last_used_from}</Below>}
      </Cell>
      <Cell from="wide">
        <Calls of={calls} />
      </Cell>
      <Cell>
        <Badge tone={isOver ? 'neutral' : 'positive'} icon={isOver ? 'cross' : 'check'}>
          {isOver ? words.states.revoked : words.states.valid}
        </Badge>
        {expires_on !== null && !isOver && (
          <Below>
            {words.expires} <Time at={expires_on} inList />
          </Below>
        )}
        {!isOver && (
          <Below until="narrow">
            <KeyActs of={key} onTold={onTold} />
          </Below>
        )}
      </Cell>
      <Cell from="narrow">{!isOver && <KeyActs of={key} onTold={onTold} />}</Cell>
    </tr>
  )
}

function mayOf({ kind, scopes }: Key): string {
  if (kind === 'PUBLISHABLE') return words.ofApp
  return scopes.includes('*') ? words.everything : scopes.join(', ') || texts.nothing
}

function KeyActs({ of: key, onTold }: Telling & { readonly of: Key }) {
  const [asked, setAsked] = useState<'roll' | 'revoke'>()
  const act = useCommand<'roll' | 'revoke'>({
    run: async (client, done) => {
      if (done === 'revoke') return client.apiKeys.revoke(key.id)
      const rolled = await client.apiKeys.roll(key.id, { overlap_seconds: OVERLAP })
      if (rolled.key !== null)
        onTold({ name: key.name, secret: rolled.key, isOfApp: key.kind === 'PUBLISHABLE' })
      return rolled
    },
    changes: [['keys']],
    done: asked && words.acts[asked].done,
    isToldInPlace: true,
  })
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked('roll')}>
        {words.acts.roll.name}
      </Button>
      <Button kind="quiet" onClick={() => setAsked('revoke')}>
        {words.acts.revoke.name}
      </Button>
      {asked && (
        <Confirm
          title={words.acts[asked].title(key.name)}
          action={words.acts[asked].name}
          isDangerous={asked === 'revoke'}
          {...(asked === 'revoke' ? { typed: key.last4 } : {})}
          onConfirm={() => act.mutateAsync(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{words.acts[asked].means}</p>
        </Confirm>
      )}
    </>
  )
}
