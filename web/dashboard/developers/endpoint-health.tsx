import { Below } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './webhooks.module.css'

const words = texts.webhooks.health

export type WebhookReport = Reply<'webhooks', 'getReport'>
export type Calls = WebhookReport['content'][number]

/** How the calls of a day ended, of all endpoints at once; one asking for whatever shows it. */
export function useCalls() {
  return useRead(['deliveries', 'report'], (client, options) => client.webhooks.getReport({}, options), {
    interval: SELDOM,
  })
}

/** Whether what happens arrives at an endpoint: how the calls of a day ended, and what waits since when. */
export function EndpointHealth({ id }: { readonly id: string }) {
  const { data } = useCalls()
  if (!data) return texts.nothing
  const calls = data.content.find((each) => each.webhook_endpoint_id === id)
  return (
    <>
      {calls && calls.taken + calls.failed > 0 ? <SuccessBar of={calls} /> : words.notCalled}
      {calls && calls.oldest_waiting_on !== null && (
        <Below>
          {words.waiting(calls.waiting)} <Time at={calls.oldest_waiting_on} inList />
        </Below>
      )}
    </>
  )
}

function SuccessBar({ of: { taken, failed } }: { readonly of: Calls }) {
  const share = `${(100 * taken) / (taken + failed)}%`
  return (
    <>
      <svg width="100%" height="8" aria-hidden="true" className={styles.bar}>
        <rect width="100%" height="8" className={styles.failed} />
        <rect width={share} height="8" className={styles.taken} />
      </svg>
      <Below>{failed === 0 ? words.allTaken(taken) : words.taken(taken, taken + failed)}</Below>
    </>
  )
}
