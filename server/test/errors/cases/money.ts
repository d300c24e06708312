import { SecondApprovalNeeded } from '../../../src/adjustments/adjustments.errors.ts'
import { AlreadyExists, InvalidState } from '../../../src/kit/error.ts'
import { DAY, epochSeconds, later } from '../../../src/kit/time.ts'
import { GrantTooLarge } from '../../../src/topups/topups.errors.ts'
import { WalletHoldsTooLittle, WalletLimitExceeded } from '../../../src/wallets/index.ts'
import type { Stories, Story } from '../story.ts'

/** Who may approve what the shop's own key asked for. */
async function colleague({ done }: Story): Promise<string> {
  return (await done('POST', 'api_keys', { name: 'other', scopes: ['adjustments:approve'] })).key
}

async function limit({ done }: Story, wallet: string, kind: string): Promise<void> {
  const rule = { name: 'Little', maximum_amount: 5, period: 'DAILY', applies_for: [kind] }
  await done('PUT', `wallets/${wallet}/limits`, { rules: [rule] })
}

const adjustment = { type: 'CREDIT', amount: 10, reason: 'Set-up' }

export const money: Stories = {
  'a correction that is another’s already, of too little, or over a limit': async (story) => {
    const { wallet: of } = await story.holder()
    await story.credit(of, 10, { reference_number: 'CASE-1' })
    const again = { ...adjustment, amount: 11, reference_number: 'CASE-1' }
    await story.refused('createAdjustment', { of, body: again }, AlreadyExists, [
      'reference_number',
      'CASE-1',
    ])
    const body = { ...adjustment, type: 'DEBIT', amount: 11 }
    await story.refused('createAdjustment', { of, body }, WalletHoldsTooLittle, ['11', '10'])
    await limit(story, of, 'CREDIT')
    await story.refused('createAdjustment', { of, body: adjustment }, WalletLimitExceeded, ['Little', '0'])
  },

  'an approval by who asked, of what was decided, of too little, or over a limit': async (story) => {
    const key = await colleague(story)
    const { wallet } = await story.holder()
    const asked = async (body: object) =>
      (await story.done('POST', `wallets/${wallet}/adjustments`, { ...adjustment, amount: 200, ...body })).id
    const approve = { action: 'APPROVE' }
    const credit = await asked({})
    await story.refused('decideAdjustment', { of: credit, body: approve }, SecondApprovalNeeded, [
      credit,
      'key',
    ])
    const debit = await asked({ type: 'DEBIT' })
    await story.refused('decideAdjustment', { of: debit, body: approve, key }, WalletHoldsTooLittle, [
      '200',
      '0',
    ])
    const short = await asked({ expires_on: epochSeconds(later(story.server.clock.now, DAY)) })
    await limit(story, wallet, 'CREDIT')
    await story.refused('decideAdjustment', { of: credit, body: approve, key }, WalletLimitExceeded, [
      'Little',
    ])
    story.server.clock.now = later(story.server.clock.now, 2 * DAY)
    await story.refused('decideAdjustment', { of: short, body: approve, key }, InvalidState, ['adjustment'])
  },

  'a top-up that is another’s already, is given away too freely, or over a limit': async (story) => {
    const { wallet: wallet_id } = await story.holder()
    const topup = { wallet_id, amount: 10, payment_method: { type: 'CASH' } }
    await story.done('POST', 'topups', { ...topup, code: 'T-1' })
    await story.refused('createTopup', { body: { ...topup, amount: 11, code: 'T-1' } }, AlreadyExists, [
      'code',
      'T-1',
      'amount',
    ])
    const grant = { wallet_id, amount: 101, payment_method: { type: 'GRANT' } }
    await story.refused('createTopup', { body: grant }, GrantTooLarge, ['101.00 EUR', '100.00 EUR'])
    await limit(story, wallet_id, 'TOP_UP')
    await story.refused('createTopup', { body: topup }, WalletLimitExceeded, ['Little'])
  },

  'a transfer that is another’s already, of too little, or over a limit': async (story) => {
    const { wallet: of } = await story.holder()
    const destination = { wallet_id: (await story.holder()).wallet }
    await story.credit(of, 10)
    await story.done('POST', `wallets/${of}/transfers`, { destination, amount: 1, code: 'T-1' })
    const again = { destination, amount: 2, code: 'T-1' }
    await story.refused('createWalletTransfer', { of, body: again }, AlreadyExists, ['code', 'T-1', 'amount'])
    const much = { destination, amount: 20 }
    await story.refused('createWalletTransfer', { of, body: much }, WalletHoldsTooLittle, ['20', '9'])
    await limit(story, of, 'TRANSFER')
    await story.refused(
      'createWalletTransfer',
      { of, body: { destination, amount: 8 } },
      WalletLimitExceeded,
      ['Little'],
    )
  },
}
