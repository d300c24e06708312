import { AlreadyExists, InvalidState, NotFound } from '../../../src/kit/error.ts'
import { WalletBalanceTooSmall } from '../../../src/payouts/payouts.errors.ts'
import { account } from '../../payout-shop.ts'
import type { Stories, Story } from '../story.ts'

const sepa = { kind: 'SEPA', sepa: { name: 'Corner Shops Ltd', iban: 'CY17002001280000001200527600' } }

/** A contact whose wallet pays 5.00 to an account, in a file for the bank. */
async function inFile(story: Story) {
  const { contact, wallet } = await story.holder()
  await story.credit(wallet, 5)
  const { id: method } = await story.done('POST', `contacts/${contact}/payment_methods`, account)
  const payment_method = { id: method, type: 'ACCOUNT' }
  const { id: payout } = await story.done('POST', 'payouts', { wallet_id: wallet, amount: 5, payment_method })
  await story.server.sendPayouts()
  const { file } = await story.done('POST', 'payouts/files', {})
  const act = (action: string) => story.done('PUT', `payouts/files/${file.id}/actions`, { action })
  return { contact, wallet, payment_method, payout, file: file.id, act }
}

export const payouts: Stories = {
  'a payout of too much, or that is somewhere else, and what it is on its way to': async (story) => {
    await story.refused('createPayoutFile', { body: {} }, NotFound, ['payout_provider', 'SEPA'])
    await story.done('POST', 'payout_providers', sepa)
    await story.refused('createPayoutProvider', { body: sepa }, AlreadyExists, ['kind', 'SEPA'])
    const { contact, wallet, payment_method, payout } = await inFile(story)
    const more = { wallet_id: wallet, amount: 1, payment_method }
    await story.refused('createPayout', { body: more }, WalletBalanceTooSmall, ['1.00 EUR', '0.00 EUR'])
    await story.refused('changePayout', { of: payout, body: { action: 'CANCEL' } }, InvalidState, ['payout'])
    const of = [contact, payment_method.id]
    await story.refused('deletePaymentMethod', { of }, InvalidState, ['payment_method', payment_method.id])
    await story.refused('deletePayoutProvider', { of: 'SEPA' }, InvalidState, ['payout_provider'])
  },

  'a file that the bank has carried out, and that pays an account which was erased since': async (story) => {
    await story.done('POST', 'payout_providers', sepa)
    const { contact, file: of, act } = await inFile(story)
    await act('MARK_SENT')
    await act('CONFIRM')
    await story.refused('changePayoutFile', { of, body: { action: 'CANCEL' } }, InvalidState, [
      'payout_file',
      of,
    ])
    await story.done('POST', `contacts/${contact}/erase`, { leave_money: true })
    await story.refused('downloadPayoutFile', { of }, InvalidState, ['payout_file', of])
  },
}
