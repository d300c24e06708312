export type { SnapshotOf } from './event-body.ts'
export { type SendingSources, sendWebhooks } from './send-deliveries.ts'
export { openWebhookRounds, type WebhookRounds } from './webhook-rounds.ts'
export { type WebhooksWiring, webhooksRoutes } from './webhooks.routes.ts'
