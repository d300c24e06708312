import { IdentifierTaken } from '../../../src/contacts/contacts.errors.ts'
import type { RefusalMaker } from '../../../src/kit/error.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidState, NotFound } from '../../../src/kit/error.ts'
import { DAY, later } from '../../../src/kit/time.ts'
import {
  CannotRedeemPass,
  PassAlreadyRedeemed,
  PassExpired,
  PassNotActive,
} from '../../../src/passes/index.ts'
import { WalletLimitExceeded } from '../../../src/wallets/index.ts'
import { tenPercent } from '../../shop.ts'
import type { Stories, Story } from '../story.ts'
import { nameTwo } from './two-people.ts'

const plan = (story: Story, code: string, body: object = {}) =>
  story.done('POST', 'pass_plans', { code, name: code, ...body })
const pass = (story: Story, plan: string, code: string, body: object = {}) =>
  story.done('POST', 'passes', { pass_plan_id: plan, code, ...body })
const gift = { classification: 'GIFT', value_type: 'FIXED', value: 25 }

/** Whatever takes a pass along refuses it. */
async function refusedWith(
  story: Story,
  refusal: RefusalMaker,
  contact: string,
  code: string,
): Promise<void> {
  const parameters = ['pass', code]
  const purchase = {
    reference_number: `WITH-${code}`,
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 10 },
  }
  await story.refused('submitPurchase', { body: { ...purchase, pass: { code } } }, refusal, parameters)
  const order = {
    contact_id: contact,
    fulfilled_by: story.venue,
    supply_method: 'PICK_UP',
    items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }],
  }
  for (const asked of ['placeOrder', 'estimateOrder'])
    await story.refused(asked, { body: { ...order, pass: { code } } }, refusal, parameters)
}

export const passes: Stories = {
  'a pass that was used, is over, is out of use or is of somebody else': async (story) => {
    const [contact, other] = [await story.shopper(), await story.shopper()]
    await plan(story, 'P', { validity: { type: 'PERIOD', count: 1, unit: 'DAYS' } })
    for (const code of ['USED', 'OUT']) await pass(story, 'P', code)
    await pass(story, 'P', 'ELSE', { contact: { code: other } })
    await story.done('PUT', 'passes/OUT', { state: 'INACTIVE' })
    await story.offer({ ...tenPercent, conditions: [{ kind: 'PASS', pass_plans: [{ code: 'P' }] }] })
    await story.done('POST', 'purchases', {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 10 },
      pass: { code: 'USED' },
    })
    await refusedWith(story, PassAlreadyRedeemed, contact, 'USED')
    await refusedWith(story, PassNotActive, contact, 'OUT')
    await refusedWith(story, CannotRedeemPass, contact, 'ELSE')
    await pass(story, 'P', 'OVER')
    story.server.clock.now = later(story.server.clock.now, 2 * DAY)
    await refusedWith(story, PassExpired, contact, 'OVER')
  },

  'a pass with money that was redeemed, is over, is out of use, has another pin or is for somebody else':
    async (story) => {
      const [contact, other] = [await story.shopper(), await story.shopper()]
      await plan(story, 'GIFT', { ...gift, validity: { type: 'PERIOD', count: 1, unit: 'DAYS' } })
      for (const code of ['DONE', 'OUT', 'TAKEN', 'TWICE']) await pass(story, 'GIFT', code)
      await pass(story, 'GIFT', 'PINNED', { pin: '4711' })
      await pass(story, 'GIFT', 'THEIRS', { contact: { code: other } })
      await story.done('POST', 'passes/redeem', { code: 'DONE', contact_id: contact })
      await story.done('PUT', 'passes/OUT', { state: 'INACTIVE' })
      const redeem = (code: string, refusal: RefusalMaker, body: object = {}) =>
        story.refused('redeemPass', { body: { code, contact_id: contact, ...body } }, refusal, ['pass', code])
      await redeem('DONE', PassAlreadyRedeemed)
      await redeem('OUT', PassNotActive)
      await redeem('PINNED', CannotRedeemPass, { pin: '4712' })
      await redeem('THEIRS', CannotRedeemPass)
      const two = await nameTwo(story)
      await story.refused('redeemPass', { body: { code: 'TWICE', contact_id: two } }, AmbiguousIdentifier, [
        'contact',
        two,
      ])
      await story.done('POST', 'contacts', { code: 'CARD', loyalty_identifiers: [{ identifier: 'TAKEN' }] })
      await story.refused('redeemPass', { body: { code: 'TAKEN' } }, IdentifierTaken, ['LOYALTY', 'TAKEN'])
      story.server.clock.now = later(story.server.clock.now, 2 * DAY)
      await redeem('TWICE', PassExpired)
    },

  'a pass with money for a wallet at its limit': async (story) => {
    const { contact, wallet } = await story.holder()
    await plan(story, 'GIFT', gift)
    await pass(story, 'GIFT', 'MUCH')
    const rule = { name: 'Little', maximum_amount: 5, period: 'DAILY', applies_for: ['TOP_UP'] }
    await story.done('PUT', `wallets/${wallet}/limits`, { rules: [rule] })
    const body = { code: 'MUCH', contact_id: contact }
    await story.refused('redeemPass', { body }, WalletLimitExceeded, ['Little', '5'])
    const purchase = {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 10 },
      pass: { code: 'MUCH' },
    }
    await story.refused('submitPurchase', { body: purchase }, WalletLimitExceeded, ['Little', '5'])
  },

  'plans and passes whose code is taken, or that cannot be so': async (story) => {
    await plan(story, 'P', { pass_code_type: 'MULTIPLE' })
    await plan(story, 'Q')
    await pass(story, 'Q', 'ONE')
    const taken = ['code', 'P']
    await story.refused('createPassPlan', { body: { code: 'P', name: 'P' } }, AlreadyExists, taken)
    await story.refused('updatePassPlan', { of: 'Q', body: { code: 'P' } }, AlreadyExists, taken)
    await story.refused('createPasses', { body: { pass_plan_id: 'Q', code: 'ONE' } }, AlreadyExists, [
      'code',
      'ONE',
    ])
    await story.refused('createPasses', { body: { pass_plan_id: 'P', count: 2 } }, InvalidState, [
      'pass_plan',
      'P',
    ])
    const often = { code: 'OFTEN', name: 'Often', ...gift, maximum_usage: 2 }
    await story.refused('createPassPlan', { body: often }, InvalidState, ['pass_plan', 'OFTEN'])
    const pool = { code: 'NO-POOL', name: 'x', ...gift, commerce_pool: { code: 'NONE' } }
    await story.refused('createPassPlan', { body: pool }, NotFound, ['commerce_pool', 'NONE'])
    await story.refused('updatePassPlan', { of: 'Q', body: { classification: 'GIFT' } }, InvalidState, [
      'pass_plan',
      'Q',
    ])
    await story.refused('deletePassPlan', { of: 'Q' }, InvalidState, ['pass_plan', 'Q'])
    await story.refused('updatePass', { of: 'ONE', body: { state: 'CANCELLED' } }, InvalidState, ['pass'])
  },

  'passes of nobody who is known, or of two': async (story) => {
    const two = await nameTwo(story)
    await story.refused('listPasses', { query: '?contact=NOBODY' }, NotFound, ['contact', 'NOBODY'])
    await story.refused('listPasses', { query: `?contact=${two}` }, AmbiguousIdentifier, ['contact', two])
  },
}
