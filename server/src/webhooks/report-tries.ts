import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { epochSeconds, HOUR, later } from '../kit/time.ts'
import { findDelivery } from './deliveries.store.ts'
import { showDelivery } from './list-deliveries.ts'
import type { FullDeliveryReply, WebhookReport } from './report.api.ts'
import { bodyOf, type Reckoned, reckonTries, triesOf, waitingOf } from './tries.store.ts'
import { SENT_HEADERS } from './try.ts'

/** A delivery with what is sent and what every try was answered. */
export async function getDelivery(work: Work, id: string): Promise<FullDeliveryReply> {
  const delivery = await findDelivery(work, id)
  if (!delivery) throw notFound('webhook_delivery', id)
  const tries = await triesOf(work, delivery.id)
  return {
    ...showDelivery(delivery),
    body: (await bodyOf(work, delivery.id)) ?? null,
    tries: tries.map((each) => ({
      id: each.id,
      date: epochSeconds(each.at),
      url: each.url,
      milliseconds: each.milliseconds,
      taken: each.is_taken,
      status: each.status,
      error: each.error,
      request_headers: [
        ...Object.entries(SENT_HEADERS).map(([name, value]) => ({ name, value })),
        { name: 'webhook-id', value: delivery.id },
        { name: 'webhook-timestamp', value: String(epochSeconds(each.signed_at)) },
      ],
      answer_headers: headersOf(each.headers),
      answer: each.answer,
      answer_is_whole: each.is_whole,
    })),
  }
}

function headersOf(stored: unknown): FullDeliveryReply['tries'][number]['answer_headers'] {
  if (!Array.isArray(stored)) return []
  return stored.map(([name, value]: readonly unknown[]) => ({ name: String(name), value: String(value) }))
}

/** How calls ended in the last hours, the present one among them. */
export async function reportWebhooks(
  work: Work,
  {
    hours,
    webhook_endpoint_id: endpoint,
  }: { readonly hours: number; readonly webhook_endpoint_id?: string | undefined },
): Promise<WebhookReport> {
  const from = later(new Date(Math.floor(work.at.getTime() / HOUR) * HOUR), -(hours - 1) * HOUR)
  const reckoned = Map.groupBy(await reckonTries(work, { from, endpoint }), (row) => row.endpoint)
  const waiting = new Map((await waitingOf(work, endpoint)).map((row) => [row.endpoint, row]))
  return {
    from: epochSeconds(from),
    content: [...new Set([...reckoned.keys(), ...waiting.keys()])].map((id) => {
      const rows = reckoned.get(id) ?? []
      const whole = rows.find(({ hour }) => hour === null)
      const left = waiting.get(id)
      return {
        webhook_endpoint_id: id,
        taken: whole?.taken ?? 0,
        failed: whole?.failed ?? 0,
        p95_milliseconds: whole?.p95 ?? null,
        waiting: left?.waiting ?? 0,
        oldest_waiting_on: left ? epochSeconds(left.oldest) : null,
        by_hour: rows.flatMap(showHour),
      }
    }),
  }
}

function showHour({ hour, taken, failed, p95 }: Reckoned): WebhookReport['content'][number]['by_hour'] {
  return hour === null ? [] : [{ hour: epochSeconds(hour), taken, failed, p95_milliseconds: p95 }]
}
