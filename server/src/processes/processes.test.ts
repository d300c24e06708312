import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { openShop } from '../../test/shop.ts'
import { idOf, type OrganisationId, type ProcessId } from '../kit/id.ts'
import { startProcess } from './index.ts'

// No server of these tests knows the kinds, so nothing begins and every state is the test's own.

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const start = (business: TestBusiness, kind = 'COUNT') =>
  business.work((work) => startProcess(work, { kind, input: { to: 3 } }))
const act = (business: TestBusiness, id: string, action: string) =>
  business.call('PUT', `processes/${id}/actions`, { action })
const put = (business: TestBusiness, id: ProcessId, change: { state: 'COMPLETED' | 'FAILED' }) =>
  business.work(({ db, actor, at }) =>
    db
      .updateTable('processes')
      .set({ ...change, completed_at: at })
      .set(change.state === 'FAILED' ? { error: 'No.' } : { result: '{"counted":3}' })
      .where('tenant', '=', actor.tenant)
      .where('id', '=', id)
      .execute(),
  )

describe('a process', () => {
  test('that was started waits, and reads back whole', async () => {
    const business = await server.business()
    const id = await start(business)
    const read = await business.call('GET', `processes/${id}`)
    expect(read.status).toBe(200)
    expect(read.body).toEqual({
      id,
      kind: 'COUNT',
      state: 'PENDING',
      done: 0,
      total: null,
      created_on: Math.floor(server.clock.now.getTime() / 1000),
      started_on: null,
      heartbeat_on: null,
      completed_on: null,
      input: { to: 3 },
      result: null,
      error: null,
    })
  })

  test('is started only if the work around it is committed', async () => {
    const business = await server.business()
    const failed = business.work(async (work) => {
      await startProcess(work, { kind: 'COUNT', input: {} })
      throw new Error('the work around it fails')
    })
    await expect(failed).rejects.toThrow('fails')
    expect((await business.call('GET', 'processes')).body.content).toEqual([])
  })

  test('of another business is the same not-found as one that never was', async () => {
    const [mine, theirs] = [await server.business(), await server.business()]
    const id = await start(theirs)
    for (const name of [id, '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11', 'nonsense']) {
      const error = { error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION', parameters: ['process', name] }
      expect(await mine.call('GET', `processes/${name}`)).toMatchObject({ status: 400, body: error })
      expect(await act(mine, name, 'CANCEL')).toMatchObject({ status: 400, body: error })
    }
    expect((await mine.call('GET', 'processes')).body.content).toEqual([])
    expect((await theirs.call('GET', `processes/${id}`)).body.state).toBe('PENDING')
  })

  test('that a key of one merchant started is seen by that merchant and by the whole business only', async () => {
    const shop = await openShop(server)
    await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'Other', code: 'OTHER' })
    const keyOf = async (code: string) =>
      (
        await shop.call('POST', 'api_keys', {
          name: code,
          scopes: ['processes:read', 'processes:write'],
          organisation: { id: code },
        })
      ).body.key
    const own = await shop.work((work) =>
      startProcess(
        { ...work, actor: { ...work.actor, within: idOf<OrganisationId>(shop.merchant) } },
        { kind: 'A', input: {} },
      ),
    )
    const whole = await start(shop)
    const seenBy = async (key: string) =>
      (await ask(server.url, key, { method: 'GET', path: 'processes' })).body.content.map(
        ({ id }: { id: string }) => id,
      )
    expect(await seenBy(shop.key)).toEqual([whole, own])
    expect(await seenBy(await keyOf('OTHER'))).toEqual([])
    expect(await seenBy(await keyOf('CORNER'))).toEqual([own])
  })

  test('is read with processes:read and changed with processes:write', async () => {
    const business = await server.business()
    const id = await start(business)
    const made = await business.call('POST', 'api_keys', { name: 'watch', scopes: ['processes:read'] })
    const watch = { method: 'GET', path: `processes/${id}` }
    expect((await ask(server.url, made.body.key, watch)).status).toBe(200)
    const cancel = { method: 'PUT', path: `processes/${id}/actions`, body: { action: 'CANCEL' } }
    expect((await ask(server.url, made.body.key, cancel)).body).toMatchObject({
      status: 403,
      parameters: ['processes:write'],
    })
  })
})

test('the list is newest first, filtered by kind and state, and counted when asked', async () => {
  const business = await server.business()
  const [first, second, third] = [
    await start(business, 'COUNT'),
    await start(business, 'SYNC'),
    await start(business, 'COUNT'),
  ]
  await act(business, first, 'CANCEL')
  const ids = async (query: string) =>
    (await business.call('GET', `processes${query}`)).body.content.map(({ id }: { id: string }) => id)
  expect(await ids('')).toEqual([third, second, first])
  expect(await ids('?order=ASC')).toEqual([first, second, third])
  expect(await ids('?kind=COUNT')).toEqual([third, first])
  expect(await ids('?state=CANCELLED')).toEqual([first])
  expect(await ids('?kind=COUNT&state=PENDING')).toEqual([third])
  expect(await ids('?kind=NEVER')).toEqual([])
  const counted = await business.call('GET', 'processes?size=1&kind=COUNT&include_total=true')
  expect(counted.body.paging).toEqual({ page: 1, size: 1, total: 2, has_more: true })
  const wrong = await business.call('GET', 'processes?state=DONE')
  expect(wrong.body.field_errors[0]).toMatchObject({ path: 'state', code: 'invalid' })
})

describe('an action', () => {
  test('that was done already changes nothing and answers 200', async () => {
    const business = await server.business()
    const id = await start(business)
    const cancelled = await act(business, id, 'CANCEL')
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'CANCELLED' } })
    expect(cancelled.body.completed_on).not.toBeNull()
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    expect((await act(business, id, 'CANCEL')).body).toEqual(cancelled.body)
    const resumed = await act(business, id, 'RESUME')
    expect(resumed).toMatchObject({ status: 200, body: { state: 'PENDING', completed_on: null } })
    expect((await act(business, id, 'RESUME')).body).toEqual(resumed.body)
  })

  test.each`
    state          | action      | status | then           | needed
    ${'COMPLETED'} | ${'CANCEL'} | ${400} | ${'COMPLETED'} | ${'only one that is PENDING or IN_PROGRESS can be cancelled'}
    ${'COMPLETED'} | ${'RESUME'} | ${400} | ${'COMPLETED'} | ${'only one that is FAILED or CANCELLED can be resumed'}
    ${'FAILED'}    | ${'CANCEL'} | ${400} | ${'FAILED'}    | ${'only one that is PENDING or IN_PROGRESS can be cancelled'}
    ${'FAILED'}    | ${'RESUME'} | ${200} | ${'PENDING'}   | ${''}
  `('$action of a $state one leads to $then', async ({ state, action, status, then, needed }) => {
    const business = await server.business()
    const id = await start(business)
    await put(business, id, { state })
    const answer = await act(business, id, action)
    expect(answer.status).toBe(status)
    if (status === 400) {
      expect(answer.body).toMatchObject({
        error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
        parameters: ['process', state],
        detail: `The process is ${state}; ${needed}.`,
      })
    }
    const error = then === 'FAILED' ? 'No.' : null
    expect((await business.call('GET', `processes/${id}`)).body).toMatchObject({ state: then, error })
  })

  test('that is not known is refused, naming those that are', async () => {
    const business = await server.business()
    const refused = await act(business, await start(business), 'STOP')
    expect(refused.body.field_errors).toMatchObject([{ path: 'action', code: 'invalid' }])
    expect(refused.body.detail).toContain('CANCEL, RESUME')
  })
})
