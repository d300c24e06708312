import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Rows } from '../../kit/rows.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.feeds

type Feed = Reply<'productFeeds', 'list'>['content'][number]

/** Files that are fetched by themselves; nothing is shown where there are none. */
export function Feeds() {
  const feeds = useRead(['feeds'], (client, options) => client.productFeeds.list({ size: 50 }, options), {
    interval: SOON,
  })
  if (!feeds.data || feeds.data.content.length === 0) return null
  return (
    <Card title={words.title}>
      <Rows
        label={words.title}
        head={[words.feed, words.last, words.next, words.act]}
        texts={[1, 2]}
        rows={feeds.data.content.map((feed) => ({
          key: feed.id,
          cells: [
            feed.process_id === null ? (
              feed.name
            ) : (
              <Link key="name" to={viewOf('syncs', { id: feed.process_id })}>
                {feed.name}
              </Link>
            ),
            <Last key="last" feed={feed} />,
            feed.next_run_on === null ? texts.nothing : <Time key="next" at={feed.next_run_on} />,
            <RunNow key="run" feed={feed} />,
          ],
        }))}
      />
    </Card>
  )
}

function Last({ feed: { last_run } }: { readonly feed: Feed }) {
  if (last_run === null) return texts.nothing
  const isFailed = last_run.outcome === 'FAILED'
  return (
    <>
      <Badge tone={isFailed ? 'negative' : 'positive'} icon={isFailed ? 'alert' : 'check'}>
        {words.outcomes[last_run.outcome]}
      </Badge>{' '}
      <Time at={last_run.ended_on} />
      {last_run.error !== null && <p>{last_run.error}</p>}
    </>
  )
}

function RunNow({ feed }: { readonly feed: Feed }) {
  const run = useCommand({
    run: (client) => client.productFeeds.actOn(feed.id, { action: 'RUN' }),
    changes: [['feeds'], ['processes']],
    done: words.begun(feed.name),
  })
  return (
    <Button disabled={feed.is_running || run.isPending} onClick={() => run.mutate()}>
      {feed.is_running ? words.running : words.run}
    </Button>
  )
}
