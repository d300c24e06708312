import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openOrderShop } from '../../test/order-shop.ts'
import { later, MINUTE } from '../kit/time.ts'

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

test('every business accepts orders and has them ready, without a word of its own, and each step is told with its time', async () => {
  const shop = await openOrderShop(server)
  const listed = (await shop.call('GET', 'order_stages')).body.content
  expect(listed.map(({ code, state }: { code: string; state: string }) => [code, state])).toEqual([
    ['ACCEPTED', 'IN_PROGRESS'],
    ['READY', 'IN_PROGRESS'],
  ])
  const [accepted, ready] = listed
  const contact = await shop.shopper()
  const { id } = (await shop.order(contact)).body
  const begun = server.clock.now
  const steps = async () => {
    const { state, stage, stages } = await shop.read(id)
    return [state, stage?.name, ...stages.map((each: { entered_on: number | null }) => each.entered_on)]
  }
  const after = (minutes: number) => Math.floor(later(begun, minutes * MINUTE).getTime() / 1_000)
  expect(await steps()).toEqual(['NEW', undefined, null, null])
  server.clock.now = later(begun, 2 * MINUTE)
  await shop.act(id, 'START_PROGRESS')
  expect(await steps()).toEqual(['IN_PROGRESS', 'Accepted', after(2), null])
  server.clock.now = later(begun, 9 * MINUTE)
  for (let times = 0; times < 2; times++) await shop.call('PUT', `orders/${id}`, { stage_id: ready.id })
  expect(await steps()).toEqual(['IN_PROGRESS', 'Ready', after(2), after(9)])
  server.clock.now = later(begun, 12 * MINUTE)
  await shop.act(id, 'COMPLETE')
  expect(await steps()).toEqual(['COMPLETED', undefined, after(2), after(9)])
  // Of a stage that is given up, those tell it that stood in it.
  for (const stage of [accepted, ready]) await shop.call('DELETE', `order_stages/${stage.id}`)
  expect(await steps()).toEqual(['COMPLETED', undefined, after(2), after(9)])
  expect((await shop.call('GET', 'order_stages')).body.content).toEqual([])
  const { id: next } = (await shop.order(contact)).body
  expect((await shop.read(next)).stages).toEqual([])
})

test('stages of the business go between those that it begins with, and take their place as the default', async () => {
  const shop = await openOrderShop(server)
  const oven = { name: 'In the oven', code: 'OVEN', state: 'IN_PROGRESS', priority: 15, is_default: true }
  expect((await shop.call('POST', 'order_stages', oven)).body).toMatchObject(oven)
  const { body } = await shop.call('GET', 'order_stages')
  const told = (each: { code: string; is_default: boolean }) => [each.code, each.is_default]
  expect(body.content.map(told)).toEqual([
    ['ACCEPTED', false],
    ['OVEN', true],
    ['READY', false],
  ])
})
