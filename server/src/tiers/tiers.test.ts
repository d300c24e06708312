import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { createApiKey } from '../access/index.ts'
import { readRevisions } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { deleteTier } from './delete-tier.ts'
import { readTierProgramme } from './index.ts'

let server: TestServer
let own: TestBusiness

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  own = await server.business()
})

const revisionOf = () =>
  own.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.configuration ?? 0n)
const programmeHeld = () => readTierProgramme(server.database.query, own.actor.tenant)
const errorsOf = ({ body }: Answer) =>
  body.field_errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)

const tier = (code: string, units: number) =>
  own.call('POST', 'reward_tiers', { code, name: code.toLowerCase(), value_units: units })

describe('the programme', () => {
  test('is not found until it is set, and tiers count for nothing until then', async () => {
    await tier('GOLD', 500)
    const none = await own.call('GET', 'reward_tiers/programme')
    expect(none).toMatchObject({
      status: 400,
      body: {
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['reward_tier_programme', 'programme'],
      },
    })
    expect(await programmeHeld()).toBeUndefined()
  })

  test('is what purchases are judged with: the rate exact, the tiers from the lowest to the highest', async () => {
    const gold = await tier('GOLD', 500)
    const blue = await tier('BLUE', 0)
    const before = await revisionOf()
    const set = await own.call('PUT', 'reward_tiers/programme', {
      conversion_rate: '0.0125',
      period: 'QUARTER',
    })
    expect(set).toMatchObject({ status: 200, body: { conversion_rate: 0.0125, period: 'QUARTER' } })
    expect(set.body.tiers).toEqual([blue.body, gold.body])
    expect((await own.call('GET', 'reward_tiers/programme')).body).toEqual(set.body)
    expect(await revisionOf()).toBe(before + 1n)
    expect(await programmeHeld()).toEqual({
      unitsPer: 125n,
      period: 'QUARTER',
      tiers: [
        { id: blue.body.id, code: 'BLUE', name: 'blue', units: 0n },
        { id: gold.body.id, code: 'GOLD', name: 'gold', units: 500n },
      ],
    })
  })

  test('keeps what a change leaves out, and the same again raises nothing', async () => {
    await own.call('PUT', 'reward_tiers/programme', { conversion_rate: 2, period: 'YEAR' })
    const changed = await own.call('PUT', 'reward_tiers/programme', { period: 'EVER' })
    expect(changed.body).toMatchObject({ conversion_rate: 2, period: 'EVER' })
    const before = await revisionOf()
    await own.call('PUT', 'reward_tiers/programme', { conversion_rate: '2.0', period: 'EVER' })
    expect(await revisionOf()).toBe(before)
  })

  test.each`
    body                                            | refused
    ${{ period: 'YEAR' }}                           | ${'conversion_rate: conversion_rate is missing; units for one unit of the currency'}
    ${{ conversion_rate: 1 }}                       | ${'period: period is missing; one of MONTH, QUARTER, YEAR, EVER'}
    ${{ conversion_rate: 0, period: 'YEAR' }}       | ${'conversion_rate: conversion_rate is 0; it must be above zero'}
    ${{ conversion_rate: 1.00001, period: 'YEAR' }} | ${'conversion_rate: conversion_rate is 1.00001; at most 4 decimals are taken'}
    ${{ conversion_rate: 1, period: 'WEEK' }}       | ${'period: period is "WEEK"; one of MONTH, QUARTER, YEAR, EVER is needed'}
  `('is refused: $refused', async ({ body, refused }) => {
    const answer = await own.call('PUT', 'reward_tiers/programme', body)
    expect(answer.status).toBe(400)
    expect(errorsOf(answer)).toEqual([refused])
    expect(await programmeHeld()).toBeUndefined()
  })
})

describe('a tier', () => {
  test('is created, reads back by id and code, and raises the revision', async () => {
    const before = await revisionOf()
    const made = await own.call('POST', 'reward_tiers', {
      code: 'GOLD',
      name: 'Gold',
      description: 'From 500',
      benefits: 'A coffee on your name day',
      value_units: '500',
    })
    expect(made).toMatchObject({
      status: 200,
      body: {
        code: 'GOLD',
        name: 'Gold',
        description: 'From 500',
        benefits: 'A coffee on your name day',
        value_units: 500,
      },
    })
    for (const id of [made.body.id, 'GOLD']) {
      expect((await own.call('GET', `reward_tiers/${id}`)).body).toEqual(made.body)
    }
    expect(await revisionOf()).toBe(before + 1n)
  })

  test('gets a code where none is sent', async () => {
    const { body } = await own.call('POST', 'reward_tiers', { name: 'Blue', value_units: 0 })
    expect(body).toMatchObject({ description: null, benefits: null })
    expect((await own.call('GET', `reward_tiers/${body.code}`)).body.id).toBe(body.id)
  })

  test('is refused where its code or its units are those of another, also by a change', async () => {
    await tier('GOLD', 500)
    await tier('BLUE', 0)
    const taken = { status: 400, body: { error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION' } }
    expect(await tier('GOLD', 900)).toMatchObject(taken)
    const level = await tier('RED', 500)
    expect(level).toMatchObject(taken)
    expect(level.body.parameters).toEqual(['value_units', '500'])
    expect(await own.call('PUT', 'reward_tiers/BLUE', { value_units: 500 })).toMatchObject(taken)
    expect(await own.call('PUT', 'reward_tiers/BLUE', { code: 'GOLD' })).toMatchObject(taken)
  })

  test('is refused with every field that is wrong', async () => {
    const refused = await own.call('POST', 'reward_tiers', {
      code: 'Programme',
      value_units: 1.5,
      color: 'gold',
    })
    expect(errorsOf(refused).join('\n')).toMatchInlineSnapshot(`
      "code: code is "Programme"; any code but "programme" is taken
      name: name is missing; text is needed
      value_units: value_units is 1.5; a whole number is needed
      color: color is not a known field"
    `)
    expect((await tier('X', -1)).status).toBe(400)
  })

  test('keeps what a change leaves out, clears what is null, and raises the revision once', async () => {
    await own.call('POST', 'reward_tiers', {
      code: 'GOLD',
      name: 'Gold',
      benefits: 'Coffee',
      value_units: 500,
    })
    await own.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    const change = { value_units: 600, benefits: null }
    const before = await revisionOf()
    const { body } = await own.call('PUT', 'reward_tiers/GOLD', change)
    expect(body).toMatchObject({ name: 'Gold', benefits: null, value_units: 600 })
    expect((await programmeHeld())?.tiers).toMatchObject([{ units: 600n }])
    expect((await own.call('PUT', 'reward_tiers/GOLD', change)).body).toEqual(body)
    expect(await revisionOf()).toBe(before + 1n)
  })

  test('that is deleted is gone from the programme, leaves its code and units free, and is deleted once', async () => {
    await own.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    const { body } = await tier('GOLD', 500)
    const before = await revisionOf()
    const deleted = await own.call('DELETE', 'reward_tiers/GOLD')
    expect(deleted).toMatchObject({ status: 200, body: { id: body.id, code: 'GOLD' } })
    expect((await programmeHeld())?.tiers).toEqual([])
    expect((await own.call('DELETE', `reward_tiers/${body.id}`)).body).toEqual(deleted.body)
    expect(await revisionOf()).toBe(before + 1n)
    expect((await own.call('GET', 'reward_tiers/GOLD')).body.parameters).toEqual(['reward_tier', 'GOLD'])
    const again = await tier('GOLD', 500)
    expect(again.status).toBe(200)
    expect(again.body.id).not.toBe(body.id)
  })

  test('that an offer names is not deleted', async () => {
    const { body } = await tier('GOLD', 500)
    const asked: string[] = []
    const isUsed = async (_: unknown, id: string) => asked.push(id) > 0
    const refused = own.work((work) => deleteTier(work, 'GOLD', isUsed))
    await expect(refused).rejects.toMatchObject({
      kind: { error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION' },
      facts: { parameters: ['reward_tier', 'GOLD'] },
    })
    expect(asked).toEqual([body.id])
    expect((await own.call('GET', 'reward_tiers/GOLD')).status).toBe(200)
  })
})

test('tiers of another business are not found, and its programme is its own', async () => {
  const other = await server.business()
  await tier('GOLD', 500)
  await own.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
  for (const method of ['GET', 'PUT', 'DELETE'] as const) {
    const answer = await other.call(
      method,
      'reward_tiers/GOLD',
      method === 'PUT' ? { name: 'Mine' } : undefined,
    )
    expect(answer).toMatchObject({ status: 400, body: { parameters: ['reward_tier', 'GOLD'] } })
  }
  expect((await other.call('GET', 'reward_tiers/programme')).status).toBe(400)
  expect(
    (await other.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 500 })).status,
  ).toBe(200)
})

test('the key of one merchant reads tiers and changes none', async () => {
  const { body: merchant } = await own.call('POST', 'organisations', {
    type: 'MERCHANT',
    name: 'Corner',
    code: 'C',
  })
  await tier('GOLD', 500)
  const { key } = await own.work((work) =>
    createApiKey(work, {
      name: 'till',
      kind: 'SECRET',
      scopes: ['*'],
      organisation: idOf<OrganisationId>(merchant.id),
      apiVersion: API_VERSION,
    }),
  )
  const till = (method: string, path: string, body?: object) => ask(server.url, key, { method, path, body })
  expect((await till('GET', 'reward_tiers/GOLD')).status).toBe(200)
  const refused = await Promise.all([
    till('POST', 'reward_tiers', { name: 'Mine', value_units: 1 }),
    till('PUT', 'reward_tiers/GOLD', { name: 'Mine' }),
    till('DELETE', 'reward_tiers/GOLD'),
    till('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }),
  ])
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
})

test('the list is paged, counted when asked, and found by code', async () => {
  await tier('BLUE', 0)
  await tier('GOLD', 500)
  const codes = async (query: string) =>
    (await own.call('GET', `reward_tiers${query}`)).body.content.map(({ code }: { code: string }) => code)
  expect(await codes('')).toEqual(['GOLD', 'BLUE'])
  expect(await codes('?order=ASC&size=1&page=2')).toEqual(['GOLD'])
  expect(await codes('?code=BLUE')).toEqual(['BLUE'])
  const { body } = await own.call('GET', 'reward_tiers?include_total=true&code=BLUE')
  expect(body.paging).toEqual({ page: 1, size: 10, total: 1, has_more: false })
})
