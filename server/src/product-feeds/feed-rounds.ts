import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { type FeedSources, pullFeeds } from './pull-feeds.ts'

/** Fetches feeds that are due every so often. */
export function openFeedRounds({
  log,
  everyMs,
  ...sources
}: FeedSources & { readonly log: Logger; readonly everyMs: number }): Rounds {
  return openRounds({ log, everyMs, of: 'product feeds', run: () => pullFeeds(sources) })
}
