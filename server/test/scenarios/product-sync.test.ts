import { expect, vi } from 'vitest'
import { tenPercent } from '../shop.ts'
import { stories } from './story.ts'

const story = stories()

story('product synchronisation: asked for, followed by its process id, and sold at once', async (scene) => {
  const { shop, till, speaker } = scene
  await shop.offer({
    ...tenPercent,
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
  })
  const contact = await shop.shopper()
  const admin = await speaker(['products:read', 'products:write'])
  const asked = await admin.call('POST', 'synchronise_products', {
    products: [
      {
        sku: 'TEA',
        name: 'Green tea',
        family: { name: 'Drinks' },
        brand: { code: 'ALP' },
        price: { amount: '2.50' },
      },
      { sku: 'MUG', name: 'Mug', family: { code: 'WARE', name: 'Ware' } },
      { sku: 'BAD', name: 'Bad', tax_rate: '-1' },
    ],
    families: [{ code: 'DRK', name: 'Drinks' }],
    brands: [{ code: 'ALP', name: 'Alp' }],
  })
  expect([asked.status, asked.body]).toEqual([
    200,
    { id: asked.body.process_id, process_id: expect.any(String) },
  ])
  // It is looked at from outside the story, as how often is not the same in every telling.
  await vi.waitFor(
    async () => {
      const { body } = await shop.call('GET', `synchronise_products/${asked.body.id}`)
      expect(body.state).toBe('COMPLETED')
    },
    { timeout: 30_000, interval: 50 },
  )
  const { body: done } = await admin.call('GET', `synchronise_products/${asked.body.id}`)
  expect(done).toMatchObject({
    totals: { received: 5, created: 4, updated: 0, unchanged: 0, rejected: 1 },
    rejected: [{ index: 2, sku: 'BAD' }],
  })
  const { body: bought } = await till.call('POST', 'purchases', {
    reference_number: 'R-1',
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 15 },
    products: [
      { sku: 'TEA', quantity: 4, total_amount: 10 },
      { sku: 'MUG', quantity: 1, total_amount: 5 },
    ],
  })
  expect(bought.rewards.award).toBe(1)
})

story(
  'products learnt from purchases appear with their source, and become the ones that were meant',
  async (scene) => {
    const { shop, till, speaker } = scene
    await shop.offer({
      ...tenPercent,
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
    })
    const contact = await shop.shopper()
    const admin = await speaker(['products:read', 'products:write'])
    const buy = async (reference_number: string) => {
      const { body } = await till.call('POST', 'purchases', {
        reference_number,
        contact: { code: contact },
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total: 10 },
        products: [{ sku: 'TILL-7', name: 'Tea, green', quantity: 1, total_amount: 10 }],
      })
      return body.rewards.award
    }
    expect(await buy('R-1')).toBe(0)
    const { body: learnt } = await admin.call('GET', 'products?source=PURCHASE')
    expect(learnt.content).toMatchObject([{ sku: 'TILL-7', name: 'Tea, green', source: 'PURCHASE' }])
    await admin.call('POST', 'products', {
      sku: 'TEA',
      name: 'Green tea',
      family: { code: 'DRK', name: 'Drinks' },
    })
    const { body: merged } = await admin.call('POST', 'products/TILL-7/merge', { into: 'TEA' })
    expect(merged).toMatchObject({ sku: 'TEA', source: 'MANUAL', merged_skus: ['TILL-7'] })
    expect(await buy('R-2')).toBe(1)
  },
)
