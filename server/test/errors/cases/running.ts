import { expect } from 'vitest'
import { InvalidState } from '../../../src/kit/error.ts'
import { DEFAULT_MAP } from '../../../src/reports/accounting-map.ts'
import type { Stories } from '../story.ts'

export const running: Stories = {
  'a process that is over': async (story) => {
    const { process_id: of } = await story.done('POST', 'synchronise_products', {
      products: [{ sku: 'TEA', name: 'Tea' }],
    })
    const state = async () => (await story.done('GET', `processes/${of}`)).state
    await expect.poll(state, { timeout: 20_000 }).toBe('COMPLETED')
    const parameters = ['process', 'COMPLETED']
    await story.refused('changeProcess', { of, body: { action: 'CANCEL' } }, InvalidState, parameters)
  },

  'a webhook endpoint that is off, or is one too many': async (story) => {
    const url = 'https://hooks.example.com/x'
    const { id: of } = await story.done('POST', 'webhook_endpoints', { url })
    await story.buy({ total: 10 })
    await story.server.sendWebhooks()
    const { content } = await story.done('GET', 'webhook_deliveries')
    await story.done('PUT', `webhook_endpoints/${of}`, { state: 'DISABLED' })
    const since = Math.floor(story.server.clock.now.getTime() / 1_000) - 60
    const off = ['webhook_endpoint', 'DISABLED']
    await story.refused('recoverWebhookEndpoint', { of, body: { since } }, InvalidState, off)
    await story.refused('resendWebhookDelivery', { of: content[0].id }, InvalidState, off)
    for (let made = 1; made < 20; made++) await story.done('POST', 'webhook_endpoints', { url })
    await story.refused('createWebhookEndpoint', { body: { url } }, InvalidState, ['webhook_endpoint', '20'])
  },

  'a journal with a movement that its map has no account for': async (story) => {
    const { wallet } = await story.holder()
    await story.credit(wallet, 5)
    await story.done('PUT', 'accounting_map', DEFAULT_MAP)
    // As it was stored before there was this kind of account.
    await story.server.database.pool.query(
      `update accounting_maps set map = jsonb_set(map::jsonb, '{accounts}',
         (select jsonb_agg(a) from jsonb_array_elements(map::jsonb->'accounts') a where a->>'account' <> 'ADJUSTMENT'))
        where tenant = $1`,
      [story.actor.tenant],
    )
    await story.refused('exportAccounting', {}, InvalidState, ['accounting_map', 'ADJUSTMENT'])
  },

  'in LIVE mode what is for tests, or what nobody is there to send': async (story) => {
    const { key, call } = await story.server.business({ mode: 'LIVE' })
    await story.refused('listTestOutbox', { key }, InvalidState, ['mode', 'LIVE'])
    await story.refused('readTestClock', { key }, InvalidState, ['mode', 'LIVE'])
    await story.refused('moveTestClock', { key, body: { by: 'P1D' } }, InvalidState, ['mode', 'LIVE'])
    await call('POST', 'contacts', { code: 'ANNA', emails: [{ email_address: 'anna@example.com' }] })
    const body = { method: 'EMAIL' }
    await story.refused('sendContactCode', { of: 'ANNA', body, key }, InvalidState, ['otp', 'NOT_SENT'])
  },
}
