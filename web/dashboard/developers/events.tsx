import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { NothingYet } from '../list/nothing-yet.tsx'
import { LiveStatus } from '../live-status.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import view from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { EVENT_KINDS } from './event-kinds.ts'
import { EventPage } from './event-page.tsx'
import styles from './events.module.css'

const words = texts.events
const A_PAGE = 50

/** Everything that happened, the newest first, as webhooks are told it. */
export function Events({ address }: ViewProps) {
  if (address.id !== undefined) return <EventPage key={address.id} id={address.id} />
  return <List key={address.filters.type ?? ''} address={address} />
}

function List({ address }: ViewProps) {
  const type = EVENT_KINDS.find((each) => each === address.filters.type)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const after = cursors.at(-1)
  const events = useRead(
    ['events', type, after],
    (client, options) =>
      client.webhooks.listEvents(
        {
          size: A_PAGE,
          order: 'DESC',
          ...(after === undefined ? {} : { after }),
          ...(type === undefined ? {} : { type }),
        },
        options,
      ),
    { interval: SOON, keeps: true },
  )
  return (
    <div className={view.parts}>
      <Head title={words.title} beside={<LiveStatus of={events} />} />
      <p className={view.lead}>{words.means}</p>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'type',
            label: words.type,
            options: EVENT_KINDS.map((each) => [each, each]),
          },
        ]}
      />
      <Answer to={events} waiting={<SkeletonRows />}>
        {({ content, paging }) =>
          content.length === 0 ? (
            <None type={type} />
          ) : (
            <>
              <ul className={styles.events} aria-label={words.title}>
                {content.map((event) => (
                  <li key={event.id}>
                    <details>
                      <summary>
                        <code>{event.type}</code>
                        <span>
                          <Time at={event.created_on} inList />
                        </span>
                      </summary>
                      <p className={styles.way}>
                        <Link to={viewOf('events', { id: event.id })}>{words.toDeliveries}</Link>
                      </p>
                      <CodeBlock name={event.type} shown={JSON.stringify(event, null, 2)} />
                    </details>
                  </li>
                ))}
              </ul>
              <div className={view.pages}>
                {cursors.length > 0 && (
                  <Button onClick={() => setCursors(cursors.slice(0, -1))}>{words.later}</Button>
                )}
                {paging.has_more && (
                  <Button onClick={() => setCursors([...cursors, paging.cursor])}>{words.earlier}</Button>
                )}
              </div>
            </>
          )
        }
      </Answer>
    </div>
  )
}

function None({ type }: { readonly type: string | undefined }) {
  const told = (
    <EmptyState icon="list" title={type === undefined ? words.none : words.noneOfType(type)}>
      <p>{words.noneMeans}</p>
    </EmptyState>
  )
  return type === undefined ? <NothingYet>{told}</NothingYet> : told
}
