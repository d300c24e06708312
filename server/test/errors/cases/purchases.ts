import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  NotFound,
  RequiredField,
} from '../../../src/kit/error.ts'
import { later, MINUTE } from '../../../src/kit/time.ts'
import { SpendNotFullyCovered, WalletBalanceNotEnough } from '../../../src/purchases/purchases.errors.ts'
import {
  SpendNotCovered,
  TokenAlreadyUsed,
  TokenExpired,
  TooManyAttempts,
} from '../../../src/tokens/tokens.errors.ts'
import type { Stories, Story } from '../story.ts'
import { nameTwo } from './two-people.ts'

const organisation = { venue_tap: { code: 'V1' } }
const sale = (contact: object, body: object = {}) => ({
  contact,
  organisation,
  transaction_amounts: { total: 10 },
  ...body,
})
const token = async (story: Story, contact: string) =>
  story.done('POST', `contacts/${contact}/tokens`, { intent: 'SPEND' })
/** Longer than any reference number. */
const TOO_LONG = 'R'.repeat(101)

export const purchases: Stories = {
  'a purchase whose number is that of another, or whose buyer is one of two': async (story) => {
    const contact = await story.shopper()
    await story.buy({ contact, total: 10, reference: 'R-1' })
    const other = sale({ code: contact }, { reference_number: 'R-1', transaction_amounts: { total: 11 } })
    await story.refused('submitPurchase', { body: other }, AlreadyExists, ['purchase', 'R-1'])
    const two = await nameTwo(story)
    await story.refused('submitPurchase', { body: sale({ cim: two }) }, AmbiguousIdentifier, ['contact', two])
    const back = { contact: { cim: two }, organisation, return_amount: 1 }
    await story.refused('adHocReturn', { body: back }, AmbiguousIdentifier, ['contact', two])
    const order = {
      contact: { cim: two },
      fulfilled_by: story.venue,
      supply_method: 'PICK_UP',
      items: [{ sku: 'A', name: 'A', price: 1 }],
    }
    for (const asked of ['placeOrder', 'estimateOrder'])
      await story.refused(asked, { body: order }, AmbiguousIdentifier, ['contact', two])
    const feat = { reference_number: 'A-1', contact: { cim: two }, classification: { name: 'Review' } }
    await story.refused('reportAchievement', { body: feat }, AmbiguousIdentifier, ['contact', two])
    const claim = { contact: { cim: two }, transaction_code: 'R-9;M1;V1;100' }
    await story.refused('reclaimPurchase', { body: claim }, AmbiguousIdentifier, ['contact', two])
    await story.refused('listRewardEvents', { query: `?contact=${two}` }, AmbiguousIdentifier, [
      'contact',
      two,
    ])
    await story.refused('listRewardEvents', { query: '?contact=NOBODY' }, NotFound, ['contact', 'NOBODY'])
  },

  'a message sent again of what is nobody’s': async (story) => {
    const of = 'R-NOBODYS'
    await story.buy({ total: 10, reference: of })
    await story.refused('resendPurchaseNotification', { of }, InvalidState, ['purchase', of])
  },

  'a spend of more than there is, or than the goods take': async (story) => {
    const { contact, wallet } = await story.holder()
    const spend = { spend_request: { amount: 5 } }
    const bought = sale({ code: contact }, spend)
    await story.refused('submitPurchase', { body: bought }, WalletBalanceNotEnough, ['5.00 EUR', '0.00 EUR'])
    const order = {
      contact_id: contact,
      fulfilled_by: story.venue,
      supply_method: 'PICK_UP',
      items: [{ sku: 'A', name: 'A', price: 10 }],
    }
    const paid = { ...order, use_wallet_funds: true, wallet_funds_amount: 5 }
    for (const asked of ['placeOrder', 'estimateOrder'])
      await story.refused(asked, { body: paid }, WalletBalanceNotEnough, ['5.00 EUR', '0.00 EUR'])
    await story.credit(wallet, 20)
    const whole = sale({ code: contact }, { spend_request: { amount: 15, restrict_fully_covered: true } })
    await story.refused('submitPurchase', { body: whole }, SpendNotFullyCovered, ['15.00 EUR', '10.00 EUR'])
    await story.refused(
      'createSpendToken',
      { of: contact, body: { intent: 'SPEND', spend_amount: 21 } },
      SpendNotCovered,
      ['21.00 EUR', '20.00 EUR'],
    )
  },

  'a one-time code that was used, that is over, or after too many that were wrong': async (story) => {
    const { contact, wallet } = await story.holder()
    await story.credit(wallet, 20)
    const used = await token(story, contact)
    await story.done('POST', 'purchases', sale({ otp: used.value }))
    await story.refused('submitPurchase', { body: sale({ otp: used.value }) }, TokenAlreadyUsed, [
      'contact.otp',
    ])
    const over = await token(story, contact)
    story.server.clock.now = later(story.server.clock.now, 30 * MINUTE)
    await story.refused('submitPurchase', { body: sale({ otp: over.value }) }, TokenExpired, ['contact.otp'])
    for (let guess = 0; guess < 5; guess++) await story.buy({ otp: `10000${guess}` })
    await story.refused('submitPurchase', { body: sale({ otp: '000009' }) }, TooManyAttempts, ['till', '5'])
  },

  'a return that is another already, of a voided purchase, or that does not say of what': async (story) => {
    const contact = await story.shopper()
    const products = [{ sku: 'TEA', quantity: 2, total_amount: 10 }]
    await story.buy({ contact, total: 10, reference: 'R-1', products })
    await story.done('POST', 'purchases/R-1/returns', { reference_number: 'B-1', return_amount: 1 })
    const other = { reference_number: 'B-1', return_amount: 2 }
    await story.refused('returnGoods', { of: 'R-1', body: other }, AlreadyExists, ['return', 'B-1'])
    const nameless = { products: [{ quantity: 1 }] }
    await story.refused('returnGoods', { of: 'R-1', body: nameless }, RequiredField, ['products[0].sku'])
    await story.refused('returnGoods', { of: TOO_LONG, body: other }, NotFound, ['purchase', TOO_LONG])
    await story.refused('cancelPurchase', { of: TOO_LONG, body: {} }, NotFound, ['purchase', TOO_LONG])
    const adHoc = { contact: { code: contact }, organisation }
    await story.done('POST', 'purchases/ad_hoc_return', {
      ...adHoc,
      reference_number: 'AH-1',
      return_amount: 1,
    })
    const again = { ...adHoc, reference_number: 'AH-1', return_amount: 2 }
    await story.refused('adHocReturn', { body: again }, AlreadyExists, ['return', 'AH-1'])
    const nothing = { ...adHoc, reference_number: 'AH-2' }
    await story.refused('adHocReturn', { body: nothing }, RequiredField, ['return_amount'])
    await story.done('POST', 'purchases/R-1/cancel', {})
    const late = { reference_number: 'B-2', return_amount: 1 }
    await story.refused('returnGoods', { of: 'R-1', body: late }, InvalidState, ['purchase', 'R-1'])
  },

  'an order that is another already': async (story) => {
    const contact = await story.shopper()
    const id = '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f77'
    await story.order(contact, { id })
    const other = {
      id,
      contact_id: contact,
      fulfilled_by: story.venue,
      supply_method: 'PICK_UP',
      items: [{ sku: 'B', name: 'B', price: 1 }],
    }
    await story.refused('placeOrder', { body: other }, AlreadyExists, ['id', id])
  },

  'an achievement that was reported with other content': async (story) => {
    const contact = { code: await story.shopper() }
    const report = { reference_number: 'A-1', contact, classification: { name: 'Review' } }
    await story.done('POST', 'achievements', report)
    const other = { ...report, classification: { name: 'Visit' } }
    await story.refused('reportAchievement', { body: other }, AlreadyExists, ['achievement', 'A-1'])
  },
}
