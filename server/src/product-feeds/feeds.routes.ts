import { type Route, route } from '../http/index.ts'
import { createFeed, deleteFeed, type FeedAccess, runFeed, updateFeed } from './change-feeds.ts'
import * as api from './feeds.api.ts'
import { getFeed, listFeeds, showFeed } from './list-feeds.ts'

export type ProductFeedsWiring = FeedAccess

export function productFeedsRoutes(wiring: ProductFeedsWiring): readonly Route[] {
  return [
    route(api.createFeed, async (work, { body }) => showFeed(await createFeed(work, body, wiring), work.at)),
    route(api.listFeeds, (work, { query }) => listFeeds(work, query)),
    route(api.getFeed, async (work, { params }) => showFeed(await getFeed(work, params.id), work.at)),
    route(api.updateFeed, async (work, { params, body }) =>
      showFeed(await updateFeed(work, { id: params.id, change: body }, wiring), work.at),
    ),
    route(api.deleteFeed, async (work, { params }) => showFeed(await deleteFeed(work, params.id), work.at)),
    route(api.actOnFeed, async (work, { params }) => showFeed(await runFeed(work, params.id), work.at)),
  ]
}
