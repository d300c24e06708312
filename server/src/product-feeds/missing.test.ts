import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type FeedServer, openFeedServer } from '../../test/feed-server.ts'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { compareWith } from './missing.ts'

let server: TestServer
let feeds: FeedServer
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  feeds = await openFeedServer()
})
afterAll(async () => {
  await feeds.close()
  await server.stop()
})

interface Follow {
  readonly shop: TestBusiness
  /** The file has these by its next run, which comes by the schedule or because somebody asked. */
  brings(
    rows: readonly object[],
    asked?: 'RUN',
  ): Promise<{ readonly last_run: object; readonly totals: object }>
  active(): Promise<readonly string[]>
}

async function follow(missing: string): Promise<Follow> {
  const shop = await server.business()
  const hourly = { name: 'Shop', url: feeds.url, format: 'JSON', schedule: '0 * * * *', missing }
  const { body: feed } = await shop.call('POST', 'product_feeds', hourly)
  expect(feed.missing).toBe(missing)
  return {
    shop,
    brings: async (rows, asked) => {
      feeds.answer = (response) => response.writeHead(200).end(JSON.stringify(rows))
      if (asked) await shop.call('PUT', `product_feeds/${feed.id}/actions`, { action: 'RUN' })
      else server.clock.now = new Date(server.clock.now.getTime() + 3_600_000)
      await server.pullFeeds()
      const { body: read } = await shop.call('GET', `product_feeds/${feed.id}`)
      const totals = await vi.waitFor(
        async () => {
          const { body: sync } = await shop.call('GET', `synchronise_products/${read.process_id}`)
          expect(sync.state).toBe('COMPLETED')
          return sync.totals
        },
        { timeout: 30_000, interval: 50 },
      )
      return { last_run: read.last_run, totals }
    },
    active: async () => {
      const { body } = await shop.call('GET', 'products?is_active=true&order=ASC&size=100')
      return body.content.map(({ sku }: { sku: string }) => sku)
    },
  }
}

const rows = (...skus: string[]) => skus.map((sku) => ({ sku, name: `Name of ${sku}` }))
const [tea, jam, mug, pie] = rows('TEA', 'JAM', 'MUG', 'PIE')
const all = [tea, jam, mug, pie].flatMap((row) => row ?? [])

describe('products that a feed had and has no more', () => {
  test('stay as they are unless the feed says otherwise', async () => {
    const { brings, active } = await follow('KEEP')
    await brings(all)
    expect(await brings(rows('TEA'))).toMatchObject({ last_run: { lacked: null, deactivated: null } })
    expect(await active()).toEqual(['TEA', 'JAM', 'MUG', 'PIE'])
  })

  test('are offered no more, until they are in it again', async () => {
    const { shop, brings, active } = await follow('DEACTIVATE')
    await shop.call('POST', 'products', { sku: 'OWN', name: 'By hand' })
    await brings(all)
    expect(await brings(rows('TEA', 'JAM', 'MUG'))).toMatchObject({
      last_run: { lacked: 1, deactivated: 1 },
      totals: { received: 4, updated: 1, unchanged: 3 },
    })
    expect(await active()).toEqual(['OWN', 'TEA', 'JAM', 'MUG'])
    expect(await brings(all)).toMatchObject({ last_run: { lacked: 0, deactivated: 0 } })
    expect(await active()).toEqual(['OWN', 'TEA', 'JAM', 'MUG', 'PIE'])
  })

  test('stay inactive when the file that has them again says so itself, or when somebody switched them off by hand', async () => {
    const { shop, brings, active } = await follow('DEACTIVATE')
    await brings(all)
    await shop.call('PUT', 'products/JAM', { is_active: false })
    expect(await brings(rows('TEA', 'MUG'), 'RUN')).toMatchObject({ last_run: { lacked: 2, deactivated: 1 } })
    await brings([...rows('TEA', 'JAM', 'MUG'), { ...pie, is_active: false }])
    expect(await active()).toEqual(['TEA', 'MUG'])
  })

  test('are none of a row that was refused, and none that was never made is made for it', async () => {
    const { shop, brings } = await follow('DEACTIVATE')
    await brings([...all, { sku: 'BAD', tax_rate: -1 }])
    expect(await brings(all)).toMatchObject({ last_run: { lacked: 1, deactivated: 0 } })
    expect((await shop.call('GET', 'products/BAD')).status).toBe(400)
  })

  test('are believed to be gone only by half, unless somebody asks for the file as it is', async () => {
    const { brings, active } = await follow('DEACTIVATE')
    const many = rows(...Array.from({ length: 40 }, (_, index) => `S-${100 + index}`))
    await brings(many)
    const few = many.slice(0, 10)
    expect(await brings(few)).toMatchObject({ last_run: { lacked: 30, deactivated: 0 } })
    expect(await active()).toHaveLength(40)
    expect(await brings(few, 'RUN')).toMatchObject({ last_run: { lacked: 30, deactivated: 30 } })
    expect(await active()).toHaveLength(10)
  })
})

test('a file that was not believed is compared with all that was there before it', () => {
  const had = new Set(Array.from({ length: 30 }, (_, index) => `S-${index}`))
  const cut = compareWith({ had, gone: new Set() }, new Set(['S-1', 'NEW']), { isTrusted: false })
  expect(cut).toMatchObject({ lacked: 29, away: [], back: [] })
  expect([...cut.had].sort()).toEqual([...had, 'NEW'].sort())
})
