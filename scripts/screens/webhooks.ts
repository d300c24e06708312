import { webhooks } from '../../web/dashboard/texts/en/administration.ts'
import { at } from './dashboard-asked.ts'
import { answered, asItIs } from './otherwise.ts'
import { press, type Screen } from './screen.ts'

const HOUR = 3_600

/** A day of an endpoint that takes most of what it gets, as no address of this machine does. */
const aDayOf = (id: string) => () => {
  const from = (Math.floor(Date.now() / 1_000 / HOUR) - 23) * HOUR
  const calls = {
    webhook_endpoint_id: id,
    taken: 412,
    failed: 12,
    p95_milliseconds: 340,
    waiting: 3,
    oldest_waiting_on: from + 22 * HOUR,
    by_hour: Array.from({ length: 22 }, (_, at) => ({
      hour: from + (at + 2) * HOUR,
      taken: 8 + ((at * 7) % 23),
      failed: at % 6 === 5 ? 4 : 0,
      p95_milliseconds: 120 + ((at * 37) % 260),
    })),
  }
  return { from, content: [calls] }
}

/** An endpoint, how its calls end, and one delivery with what was sent and answered. */
export function onEndpoint(id: string, delivery: string): readonly Screen[] {
  const page = `view=webhooks&id=${id}`
  const called = answered(/v2\/reports\/webhooks/, aDayOf(id))
  return [
    at('webhooks-page', page),
    { ...at('webhooks-list-calls', 'view=webhooks', called), leave: asItIs },
    { ...at('webhooks-calls', page, called), leave: asItIs },
    at('webhooks-delivery', `${page}&open=${delivery}`),
    at('webhooks-request', `${page}&open=${delivery}`, press(webhooks.deliveries.panel.request)),
    at('webhooks-change', page, press(webhooks.acts.change)),
    at('webhooks-recover', page, press(webhooks.acts.recover)),
    at('webhooks-delete', page, press(webhooks.acts.delete)),
  ]
}
