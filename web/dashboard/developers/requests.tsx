import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Split } from '../../kit/split.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { LiveStatus } from '../live-status.tsx'
import { LIVE, NAMES, type Reply, SOON, useRead } from '../read.ts'
import { focusRow, Row, RowLink } from '../row-link.tsx'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { RequestPanel } from './request-panel.tsx'
import { RequestReport } from './request-report.tsx'
import own from './requests.module.css'

const words = texts.requests
const A_PAGE = 50
const OUTCOMES = ['SUCCEEDED', 'REFUSED'] as const

export type Asked = Reply<'requestLog', 'listRequests'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.request, className: own.request },
  { name: words.columns.answer, className: own.answer },
  { name: words.columns.by, from: 'wide' },
  { name: words.columns.took, figures: true, from: 'narrow' },
  { name: words.columns.when, from: 'narrow' },
]

/** What keys ask and what they are answered, as it happens; it stands still while somebody points at it. */
export function Requests({ address }: ViewProps) {
  const [isHeld, setHeld] = useState(false)
  const [isPaused, setPaused] = useState(false)
  const isStill = isPaused || isHeld
  const { outcome: given, operation, error, key } = address.filters
  const outcome = OUTCOMES.find((each) => each === given)
  const asked = {
    page: address.page,
    size: A_PAGE,
    ...(outcome === undefined ? {} : { outcome }),
    ...(operation === undefined ? {} : { operation }),
    ...(error === undefined ? {} : { error }),
    ...(key === undefined ? {} : { api_key_id: key }),
  }
  const requests = useRead(
    ['requests', asked],
    (client, options) => client.requestLog.listRequests(asked, options),
    { keeps: true, isEnabled: !isStill, interval: address.page === 1 ? LIVE : SOON },
  )
  const keys = useKeyNames()
  const { open } = address
  const close = () => {
    go({ ...address, open: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <RequestPanel id={open} keys={keys} onClose={close} />}>
      <Head title={words.title} beside={<LiveStatus of={requests} isPaused={isStill} />}>
        <Button icon={isPaused ? 'play' : 'pause'} onClick={() => setPaused(!isPaused)}>
          {isPaused ? texts.purchases.resume : texts.purchases.pause}
        </Button>
      </Head>
      <p className={styles.lead}>{words.means}</p>
      {open === undefined && <RequestReport />}
      <FilterBar
        address={address}
        filters={[
          { kind: 'choice', name: 'outcome', label: words.outcome, options: Object.entries(words.outcomes) },
          { kind: 'text', name: 'operation', label: words.operation },
          { kind: 'text', name: 'error', label: words.error },
          { kind: 'choice', name: 'key', label: words.key, options: [...keys] },
        ]}
      />
      <Listing
        address={address}
        of={requests}
        label={words.pages}
        empty={
          <EmptyState icon="log" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <div onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
            <Table caption={words.caption} columns={COLUMNS}>
              {found.map((request) => (
                <RequestRow
                  key={request.id}
                  request={request}
                  keyName={nameOf(request, keys)}
                  opens={{
                    id: request.id,
                    rows: found.map(({ id }) => id),
                    open,
                    addressOf: (id) => viewOf('requests', { ...address, open: id }),
                  }}
                />
              ))}
            </Table>
          </div>
        )}
      </Listing>
    </Split>
  )
}

interface RequestRowProps {
  readonly request: Asked
  readonly keyName: string
  readonly opens: Parameters<typeof Row>[0]['opens']
}

function RequestRow({ request, keyName, opens }: RequestRowProps) {
  return (
    <Row opens={opens}>
      <Cell head wraps>
        <RowLink opens={opens}>
          <code className={own.path}>
            {request.method} {shortPath(request.path)}
          </code>
        </RowLink>
        <Below>{request.operation}</Below>
      </Cell>
      <Cell wraps>
        <Outcome request={request} />
        {request.error !== null && (
          <Below>
            <ErrorTold error={request.error} />
          </Below>
        )}
      </Cell>
      <Cell from="wide">{keyName}</Cell>
      <Cell figures from="narrow">
        {words.milliseconds(request.milliseconds)}
      </Cell>
      <Cell from="narrow">
        <Time at={request.date} inList />
      </Cell>
    </Row>
  )
}

export function Outcome({ request: { status, idempotent_replayed } }: { readonly request: Asked }) {
  const tone = status < 400 ? 'positive' : status < 500 ? 'warning' : 'negative'
  const text = idempotent_replayed ? words.replayed(status) : String(status)
  return (
    <Badge tone={tone} icon={status < 400 ? 'check' : 'alert'}>
      {text}
    </Badge>
  )
}

export function shortPath(path: string): string {
  return path.replace(/^\/(backoffice|self-service)/, '')
}

/** Why it was refused, in words, and the code by which programs and the filter know it. */
export function ErrorTold({ error }: { readonly error: string }) {
  const code = error.split('.').at(-1) ?? error
  const said = texts.errors[code]
  return (
    <>
      {said !== undefined && <>{said} </>}
      <code className={own.code}>{code}</code>
    </>
  )
}

export function nameOf({ by_kind, api_key_id }: Asked, keys: ReadonlyMap<string, string>): string {
  if (api_key_id !== null) return keys.get(api_key_id) ?? words.kinds.KEY
  return words.kinds[by_kind]
}

const MOST_KEYS = 100

/** Whoever may not read keys sees that it was one. */
function useKeyNames(): ReadonlyMap<string, string> {
  const keys = useRead(
    ['keys', 'names'],
    (client, options) => client.apiKeys.list({ size: MOST_KEYS }, options),
    { interval: NAMES },
  )
  return new Map((keys.data?.content ?? []).map(({ id, name }) => [id, name]))
}
