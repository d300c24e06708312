import { Below } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'

const words = texts.webhooks.health

/** Whether what happens arrives at an endpoint: what was taken, and what waits since when. */
export function EndpointHealth({ id }: { readonly id: string }) {
  const { data } = useRead(
    ['deliveries', 'health', id],
    async (client, options) => {
      const of = { webhook_endpoint_id: id, size: 1, include_total: true } as const
      const [waiting, delivered, failed] = await Promise.all([
        client.webhooks.listDeliveries({ ...of, state: 'PENDING', order: 'ASC' }, options),
        client.webhooks.listDeliveries({ ...of, state: 'DELIVERED' }, options),
        client.webhooks.listDeliveries({ ...of, state: 'FAILED' }, options),
      ])
      return {
        oldest: waiting.content[0]?.created_on,
        waiting: waiting.paging.total ?? 0,
        delivered: delivered.paging.total ?? 0,
        failed: failed.paging.total ?? 0,
      }
    },
    { interval: SELDOM },
  )
  if (!data) return texts.nothing
  const { oldest, waiting, delivered, failed } = data
  return (
    <>
      {words.delivered(delivered)}
      {failed > 0 && <Below>{words.failed(failed)}</Below>}
      {oldest !== undefined && (
        <Below>
          {words.waiting(waiting)} <Time at={oldest} inList />
        </Below>
      )}
    </>
  )
}
