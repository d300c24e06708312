import { afterEach, expect, test } from 'vitest'
import { type FakeServer, fakeServer } from '../test/server.ts'

let server: FakeServer
afterEach(() => server.stop())

function page(number: number, ids: readonly string[], hasMore: boolean) {
  const paging = { page: number, size: 2, total: null, has_more: hasMore }
  return { json: { content: ids.map((id) => ({ id })), paging } }
}

async function idsOf(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of items) ids.push(id)
  return ids
}

test('every item of all pages is given, by the largest pages and with the filters', async () => {
  server = await fakeServer(page(1, ['a', 'b'], true), page(2, ['c'], false))
  expect(await idsOf(server.client().purchases.each({ state: 'POSTED' }))).toEqual(['a', 'b', 'c'])
  expect(server.arrived.map(({ url }) => url.split('?')[1])).toEqual([
    'size=100&state=POSTED',
    'size=100&state=POSTED&page=2',
  ])
})

test('a list that is read by a cursor goes on after the last one', async () => {
  const feed = (ids: readonly string[], cursor: string, hasMore: boolean) => ({
    json: { content: ids.map((id) => ({ id })), paging: { cursor, has_more: hasMore } },
  })
  server = await fakeServer(feed(['a', 'b'], '7', true), feed(['c'], '9', false))
  expect(await idsOf(server.client().webhooks.eachEvent({ type: 'purchase.posted' }))).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(server.arrived.map(({ url }) => url.split('?')[1])).toEqual([
    'size=100&type=purchase.posted',
    'size=100&type=purchase.posted&after=7',
  ])
})

test('an item that moved to the next page meanwhile is given once', async () => {
  server = await fakeServer(page(1, ['a', 'b'], true), page(2, ['b', 'c'], false))
  expect(await idsOf(server.client().purchases.each())).toEqual(['a', 'b', 'c'])
})

test('pages after the one where the reader stops are not asked for', async () => {
  server = await fakeServer(page(3, ['a', 'b'], true))
  for await (const item of server.client().purchases.each({ page: 3, size: 2 })) {
    expect(item.id).toBe('a')
    break
  }
  expect(server.arrived.map(({ url }) => url.split('?')[1])).toEqual(['size=2&page=3'])
})

test('a failure in the middle ends the loop', async () => {
  server = await fakeServer(page(1, ['a'], true), { status: 401 })
  await expect(idsOf(server.client().purchases.each())).rejects.toMatchObject({ name: 'AuthenticationError' })
})
