import { AlreadyExists, InvalidState, NotFound, RequiredField } from '../../../src/kit/error.ts'
import { PrinterAway } from '../../../src/provisioning/provisioning.errors.ts'
import { WalletLimitExceeded } from '../../../src/wallets/index.ts'
import type { Stories } from '../story.ts'

export const orders: Stories = {
  'an estimate that was placed, and a pass with more than a wallet may get': async (story) => {
    const { contact, wallet } = await story.holder()
    const asked = {
      contact_id: contact,
      fulfilled_by: story.venue,
      supply_method: 'PICK_UP',
      items: [{ sku: 'A', name: 'A', price: 10 }],
    }
    const { id } = await story.done('POST', 'estimates/orders', asked)
    await story.done('POST', 'orders', { estimation_id: id })
    const again = { ...asked, estimation_id: id }
    await story.refused('estimateOrder', { body: again }, AlreadyExists, ['estimation_id', id])
    const rule = { name: 'Top-ups', maximum_amount: 5, period: 'DAILY', applies_for: ['TOP_UP'] }
    await story.done('PUT', `wallets/${wallet}/limits`, { rules: [rule] })
    await story.done('POST', 'pass_plans', { code: 'GIFT', name: 'Gift', classification: 'GIFT' })
    const { code } = await story.done('POST', 'passes', { pass_plan_id: 'GIFT', pass_value: 6 })
    for (const name of ['placeOrder', 'estimateOrder'])
      await story.refused(name, { body: { ...asked, pass: { code } } }, WalletLimitExceeded)
  },

  'an order that is over, and what leads nowhere from there': async (story) => {
    const { id: of, number } = (await story.order(await story.shopper())).body
    await story.act(of, 'COMPLETE')
    await story.refused('actOnOrder', { of, body: { action: 'START_PROGRESS' } }, InvalidState, [
      'order',
      number,
      'COMPLETED',
      'START_PROGRESS',
    ])
    const stage = { code: 'KITCHEN', name: 'Kitchen', state: 'IN_PROGRESS' }
    await story.done('POST', 'order_stages', stage)
    await story.refused('updateOrder', { of, body: { stage_id: 'KITCHEN' } }, InvalidState, ['order', number])
  },

  'a stage or a reason whose code is taken, or a stage in which orders stand': async (story) => {
    const stage = (code: string) => ({ code, name: code, state: 'IN_PROGRESS' })
    for (const code of ['A', 'B']) await story.done('POST', 'order_stages', stage(code))
    await story.refused('createOrderStage', { body: stage('A') }, AlreadyExists, ['code', 'A'])
    await story.refused('updateOrderStage', { of: 'B', body: { code: 'A' } }, AlreadyExists, ['code', 'A'])
    const { id } = (await story.order(await story.shopper())).body
    await story.done('PUT', `orders/${id}`, { stage_id: 'A' })
    await story.refused('deleteOrderStage', { of: 'A' }, InvalidState, ['order_stage', 'A'])
    const reason = (code: string) => ({ code, name: code })
    for (const code of ['A', 'B']) await story.done('POST', 'order_cancellation_reasons', reason(code))
    await story.refused('createOrderCancellationReason', { body: reason('A') }, AlreadyExists, ['code', 'A'])
    await story.refused('updateOrderCancellationReason', { of: 'B', body: { code: 'A' } }, AlreadyExists, [
      'code',
      'A',
    ])
  },

  'a printer that nobody reaches': async (story) => {
    const printer = { host: '127.0.0.1', port: 9 }
    const { id } = await story.done('POST', 'order_adaptors', { name: 'Till', kind: 'PRINTER', printer })
    await story.refused('printOnOrderAdaptor', { of: id, body: { content: 'Gw==' } }, PrinterAway, [id])
  },

  'a printer without its address': async (story) => {
    await story.refused('updateOrderAdaptor', { of: 'ANY', body: { printer: {} } }, RequiredField, [
      'printer.host',
    ])
  },

  'a catalogue or a category whose code is taken, or catalogues for nobody': async (story) => {
    const taken = ['code', 'A']
    const body = { code: 'A', name: 'A' }
    for (const path of ['order_catalogues', 'order_catalogues/A/categories'])
      for (const code of ['A', 'B']) await story.done('POST', path, { code, name: code })
    await story.refused('createOrderCatalogue', { body }, AlreadyExists, taken)
    await story.refused('updateOrderCatalogue', { of: 'B', body }, AlreadyExists, taken)
    await story.refused('createOrderCategory', { of: 'A', body }, AlreadyExists, taken)
    await story.refused('updateOrderCategory', { of: ['A', 'B'], body }, AlreadyExists, taken)
    const query = '?fulfilled_by=NOBODY'
    await story.refused('listOrderCatalogues', { query }, NotFound, ['organisation', 'NOBODY'])
  },
}
