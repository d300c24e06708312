import { expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'
import { openCatalogues } from '../purchases/index.ts'
import { readAhead } from './read-ahead.ts'
import { replay } from './replay.ts'

test('what is bought at a place that opened since a replay began is left out of it, and does not end it', async () => {
  const server = await startServer()
  const catalogues = openCatalogues(server.database.url)
  try {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    await shop.buy({ contact, total: '20.00' })
    const { tenant } = shop.actor
    const catalogue = await catalogues.of(tenant)
    const venue = {
      type: 'VENUE',
      name: 'New',
      code: 'NEW',
      parent: { code: 'CORNER' },
      taps: [{ code: 'V2' }],
    }
    expect((await shop.call('POST', 'organisations', venue)).status).toBe(200)
    const there = { organisation: { venue_tap: { code: 'V2' } } }
    expect((await shop.buy({ contact, total: '30.00', ...there })).status).toBe(200)
    const span = { from: undefined, to: undefined }
    const history = readAhead({ url: server.database.url, span: { tenant, ...span } })
    const done: number[] = []
    const report = await replay(
      { offer: undefined, terms: undefined, ...span },
      {
        db: server.database.query,
        catalogue,
        history,
        progress: (each) => done.push(each),
        isCancelled: () => false,
      },
    )
    await history.close()
    expect(report).toMatchObject({ kind: 'LIVE', purchases: 1 })
    expect(done.at(-1)).toBe(2)
  } finally {
    await catalogues.close()
    await server.stop()
  }
})
