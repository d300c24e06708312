import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openOrderShop } from '../../test/order-shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('stages that are made the default of a state at the same moment leave one default, and none of their callers is told of a fault', async () => {
  const shop = await openOrderShop(server)
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      shop.call('POST', 'order_stages', {
        name: `Stage ${index}`,
        code: `S${index % 12}`,
        state: 'IN_PROGRESS',
        is_default: true,
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array(12).fill(200),
    ...Array(4).fill(400),
  ])
  for (const { status, body } of answers) {
    if (status === 400) expect(body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
  }
  const { body } = await shop.call('GET', 'order_stages?size=100&state=IN_PROGRESS')
  const defaults = body.content.filter((stage: { readonly is_default: boolean }) => stage.is_default)
  expect(defaults).toHaveLength(1)
})
