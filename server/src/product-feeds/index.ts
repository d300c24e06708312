export { openFeedRounds } from './feed-rounds.ts'
export { type ProductFeedsWiring, productFeedsRoutes } from './feeds.routes.ts'
export { type FeedSources, pullFeeds } from './pull-feeds.ts'
