import { InvalidLogin } from '../../../src/access/access.errors.ts'
import { TooManyClaims } from '../../../src/claims/claims.errors.ts'
import { IdentifierTaken } from '../../../src/contacts/contacts.errors.ts'
import { WrongCode } from '../../../src/identity-checks/identity-checks.errors.ts'
import type { RefusalMaker } from '../../../src/kit/error.ts'
import { AlreadyExists, InvalidState, NotFound, RequiredField } from '../../../src/kit/error.ts'
import { DAY, later } from '../../../src/kit/time.ts'
import {
  CannotRedeemPass,
  PassAlreadyRedeemed,
  PassExpired,
  PassNotActive,
} from '../../../src/passes/index.ts'
import { WalletBalanceTooSmall } from '../../../src/payouts/payouts.errors.ts'
import { WalletBalanceNotEnough } from '../../../src/purchases/purchases.errors.ts'
import { openSession, sessionKeys } from '../../../src/sessions/index.ts'
import { SpendNotCovered, TooManyAttempts } from '../../../src/tokens/tokens.errors.ts'
import { WalletHoldsTooLittle, WalletLimitExceeded } from '../../../src/wallets/index.ts'
import { openShop } from '../../shop.ts'
import type { Stories, Story } from '../story.ts'

const address = { name: 'EMAIL', value: 'anna@example.com' }

interface Me {
  readonly id: string
  readonly wallet: string
  readonly key: string
}

/** A contact of the shop who is signed in. */
async function signIn(story: Story): Promise<Me> {
  const body = { code: 'ANNA', emails: [{ email_address: address.value }] }
  const { id, wallet } = await story.done('POST', 'contacts', body)
  const keys = sessionKeys(story.server.secret)
  const opened = await story.work((work) => openSession(work, { kind: 'CONTACT', subject: id }, keys))
  return { id, wallet: wallet.id, key: opened.accessToken }
}

async function tried(story: Story, path: string, body: object, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await story.call('POST', `/self-service/v2/contacts/${path}`, body)
}

async function credit(story: Story, wallet: string, amount: number): Promise<void> {
  await story.done('POST', 'topups', { wallet_id: wallet, amount, payment_method: { type: 'CASH' } })
}

const limit = (story: Story, wallet: string, kind: string) =>
  story.done('PUT', `wallets/${wallet}/limits`, {
    rules: [{ name: 'Little', maximum_amount: 5, period: 'DAILY', applies_for: [kind] }],
  })

export const contactsThemselves: Stories = {
  'how far one is with what one purchase reaches': async (story) => {
    const { key } = await signIn(story)
    const of = await story.offer({ award: { kind: 'FIXED', amount: 1 } })
    await story.refused('getOwnPerformance', { of, key }, InvalidState, ['reward_offer', of])
  },

  'who signs in with what is wrong, too often, or where nobody sends codes': async (story) => {
    await signIn(story)
    const otp = { method: 'EMAIL', credentials: [address] }
    const sent = await story.call('POST', '/self-service/v2/contacts/otp', otp)
    const given = { auth_otp: sent.body.auth_otp, code: 'xxxxxx' }
    await story.refused('proveSignInCode', { body: given }, WrongCode)
    await tried(story, 'validate_otp', given, 5)
    await story.refused('proveSignInCode', { body: given }, TooManyAttempts)
    await tried(story, 'otp', otp, 4)
    await story.refused('sendSignInCode', { body: otp }, TooManyAttempts, ['contact', '5'])
    const login = { provider: 'EMAIL', username: address.value, password: 'wrong' }
    await story.refused('authenticateContact', { body: login }, InvalidLogin)
    const { password: _, ...without } = login
    await story.refused('authenticateContact', { body: without }, TooManyAttempts, ['contact', '5'])
    await story.refused('contactExists', {}, RequiredField, ['email_address'])

    const live = await openShop(story.server, { mode: 'LIVE' })
    const { key } = live
    await live.call('POST', 'contacts', { emails: [{ email_address: address.value }] })
    await story.refused('sendSignInCode', { body: otp, key }, InvalidState, ['otp'])
    await story.refused('authenticateContact', { body: without, key }, InvalidState, ['otp'])
    const identification = { provider: 'EMAIL', email: 'ben@example.com' }
    await story.refused('registerContact', { body: { identification }, key }, InvalidState, ['otp'])
  },

  'a payout of nothing that would have to be of real money': async (story) => {
    const live = await openShop(story.server, { mode: 'LIVE' })
    const { body: lia } = await live.call('POST', 'contacts', { code: 'LIA' })
    const wallet = { payment_method_type: 'WALLET' }
    const { body: method } = await live.call('POST', 'contacts/LIA/payment_methods', wallet)
    const keys = sessionKeys(story.server.secret)
    const signedIn = await live.work((work) => openSession(work, { kind: 'CONTACT', subject: lia.id }, keys))
    const asked = { of: [lia.id, method.id] }
    const parameters = ['payment_method', method.id, 'LIVE']
    await story.refused('tryPaymentMethod', { ...asked, key: live.key }, InvalidState, parameters)
    const own = { ...asked, key: signedIn.accessToken }
    await story.refused('tryOwnPaymentMethod', own, InvalidState, parameters)
  },

  'who registers under an address of somebody, or was sent by nobody': async (story) => {
    const { key, id: of } = await signIn(story)
    const taken = { identification: { provider: 'EMAIL', email: address.value } }
    await story.refused('registerContact', { body: taken }, IdentifierTaken, ['EMAIL', address.value])
    const identification = { provider: 'EMAIL', email: 'new@example.com' }
    const body = { identification, referral_code: 'NOBODY1' }
    await story.refused('registerContact', { body }, NotFound)
    await story.done('POST', 'contacts', { emails: [{ email_address: 'ben@example.com' }] })
    const change = { email: 'ben@example.com' }
    await story.refused('updateProfile', { of, body: change, key }, IdentifierTaken, ['EMAIL'])
  },

  'a contact who wants more than there is': async (story) => {
    const { id: of, wallet, key } = await signIn(story)
    await credit(story, wallet, 10)
    await story.refused('deleteProfile', { of, key }, InvalidState, ['leave_money', 'false'])
    await story.refused('analyseOwn', { of, key }, RequiredField, ['frequency', 'metrics'])
    const query = '?frequency=MONTHLY&metrics=total_orders'
    await story.refused('analyseOwn', { of: 'NOBODY', query, key }, NotFound, ['contact', 'NOBODY'])
    const body = { intent: 'SPEND', spend_amount: 11 }
    await story.refused('createOwnToken', { of, body, key }, SpendNotCovered, ['11.00 EUR', '10.00 EUR'])
    const tokens = `/self-service/v2/contacts/${of}/tokens`
    const made = await story.call('POST', tokens, { intent: 'SPEND', spend_amount: 1 }, { api_key: key })
    await story.buy({ otp: made.body.value, total: 1 })
    const used = { of: made.body.id, key }
    await story.refused('cancelOwnToken', used, InvalidState, ['token', made.body.id, 'USED'])
    await story.done('POST', 'commerce_pools', { code: 'POOL', name: 'Pool' })
    const pool = { of: 'POOL', body: { action: 'ACTIVATE' }, key }
    await story.refused('actOnOwnPool', pool, InvalidState, ['commerce_pool'])
    const account = {
      payment_method_type: 'ACCOUNT',
      account_debit: { iban: 'CY17002001280000001200527600', account_name: 'Anna' },
    }
    const { id: method } = await story.done('POST', `contacts/${of}/payment_methods`, account)
    const payment_method = { id: method, type: 'ACCOUNT' }
    const payout = { amount: 11, payment_method }
    await story.refused('requestOwnPayout', { body: payout, key }, WalletBalanceTooSmall, ['11.00 EUR'])
    const sepa = { name: 'Corner Shops Ltd', iban: 'CY17002001280000001200527600' }
    await story.done('POST', 'payout_providers', { kind: 'SEPA', sepa })
    await story.done('POST', 'payouts', { wallet_id: wallet, amount: 1, payment_method })
    await story.server.sendPayouts()
    await story.done('POST', 'payouts/files', {})
    await story.refused('removeOwnPaymentMethod', { of: [of, method], key }, InvalidState, ['payment_method'])
    const nobody = { query: '?owner=NOBODY' }
    await story.refused('listShownOffers', nobody, NotFound, ['organisation', 'NOBODY'])
    await story.refused('listMenus', { query: '?fulfilled_by=NOBODY' }, NotFound, ['organisation', 'NOBODY'])
    const scheme = { name: 'Loop', sign_up_option: 'CLOSE_LOOP_SIGN_UP', sign_up_method: 'CODE' }
    const { id: reward_scheme_id } = await story.done('POST', 'reward_schemes', scheme)
    await story.done('PUT', `reward_schemes/${reward_scheme_id}`, { state: 'INACTIVE' })
    const signUp = { action: 'SIGN_UP', reward_scheme_id }
    await story.refused('changeOwnMembership', { of, body: signUp, key }, InvalidState, ['reward_scheme'])
  },

  'a transfer of a contact that is another’s already, of too little, or over a limit': async (story) => {
    const { wallet, key } = await signIn(story)
    await credit(story, wallet, 10)
    const other = await story.done('POST', 'contacts', {})
    const sides = { origin: { wallet_id: wallet }, destination: { wallet_id: other.wallet.id } }
    const give = (more: object) => ({ body: { ...sides, ...more }, key })
    await story.call(
      'POST',
      '/self-service/v2/transfers',
      { ...sides, amount: 1, code: 'T' },
      { api_key: key },
    )
    await story.refused('transferOwnMoney', give({ amount: 2, code: 'T' }), AlreadyExists, ['code', 'T'])
    await story.refused('transferOwnMoney', give({ amount: 20 }), WalletHoldsTooLittle, ['20'])
    await limit(story, wallet, 'TRANSFER')
    await story.refused('transferOwnMoney', give({ amount: 8 }), WalletLimitExceeded, ['Little'])
  },

  'a receipt that a contact cannot have': async (story) => {
    const { key } = await signIn(story)
    const claim = (transaction_code: string) => ({ body: { transaction_code }, key })
    await story.buy({ contact: await story.shopper(), total: 10, reference: 'THEIRS' })
    const theirs = claim('THEIRS;M1;V1;1000')
    await story.refused('reclaimOwnPurchase', theirs, AlreadyExists, ['claim', 'THEIRS'])
    await story.buy({ total: 10, reference: 'VOID' })
    await story.done('POST', 'purchases/VOID/cancel', {})
    await story.refused('reclaimOwnPurchase', claim('VOID;M1;V1;1000'), InvalidState, ['receipt', 'VOID'])
    for (let guess = 0; guess < 5; guess++) {
      const body = { transaction_code: `THEIRS;M1;V1;${guess + 1}` }
      await story.call('POST', '/self-service/v2/purchases/reclaim', body, { api_key: key })
    }
    await story.refused('reclaimOwnPurchase', theirs, TooManyClaims, ['receipt', '5'])
  },

  'an order of a contact that cannot be': async (story) => {
    const { id, wallet, key } = await signIn(story)
    await story.done('POST', 'products', { sku: 'TEA', name: 'Tea', price: { amount: 10 } })
    const asked = { fulfilled_by: 'MAIN', supply_method: 'PICK_UP', items: [{ id: 'TEA' }] }
    const ask = (more: object) => ({ body: { ...asked, ...more }, key })
    const both = async (more: object, refusal: RefusalMaker) => {
      for (const name of ['placeOwnOrder', 'estimateOwnOrder']) await story.refused(name, ask(more), refusal)
    }
    await both({ use_wallet_funds: true, wallet_funds_amount: 5 }, WalletBalanceNotEnough)
    const estimate = await story.done('POST', 'estimates/orders', { ...asked, contact_id: id })
    const { id: order } = await story.done('POST', 'orders', { estimation_id: estimate.id })
    await story.refused('estimateOwnOrder', ask({ estimation_id: estimate.id }), AlreadyExists)
    const notes = { estimation_id: estimate.id, notes: 'other' }
    await story.refused('placeOwnOrder', { body: notes, key }, AlreadyExists)
    await story.done('PUT', `orders/${order}/actions`, { action: 'START_PROGRESS' })
    await story.refused('actOnOwnOrder', { of: order, body: { action: 'CANCEL' }, key }, InvalidState, [
      'order',
    ])

    const other = await story.shopper()
    const period = { validity: { type: 'PERIOD', count: 1, unit: 'DAYS' } }
    await story.done('POST', 'pass_plans', { code: 'P', name: 'P', ...period })
    const gift = { classification: 'GIFT', value_type: 'FIXED', value: 6, ...period }
    await story.done('POST', 'pass_plans', { code: 'G', name: 'G', ...gift })
    const pass = (plan: string, code: string, more: object = {}) =>
      story.done('POST', 'passes', { pass_plan_id: plan, code, ...more })
    for (const code of ['DONE', 'OUT', 'MUCH', 'OVER']) await pass('G', code)
    await pass('G', 'ELSE', { contact: { code: other } })
    await story.done('PUT', 'passes/OUT', { state: 'INACTIVE' })
    await story.done('POST', 'passes/redeem', { code: 'DONE', contact_id: other })
    const withPass = async (code: string, refusal: RefusalMaker) => {
      await both({ pass: { code } }, refusal)
      await story.refused('redeemOwnPass', { body: { code }, key }, refusal)
    }
    await withPass('DONE', PassAlreadyRedeemed)
    await withPass('OUT', PassNotActive)
    await withPass('ELSE', CannotRedeemPass)
    await limit(story, wallet, 'TOP_UP')
    await withPass('MUCH', WalletLimitExceeded)
    const before = story.server.clock.now
    story.server.clock.now = later(before, 2 * DAY)
    const keys = sessionKeys(story.server.secret)
    const late = await story.work((work) => openSession(work, { kind: 'CONTACT', subject: id }, keys))
    for (const name of ['placeOwnOrder', 'estimateOwnOrder', 'redeemOwnPass']) {
      const body = name === 'redeemOwnPass' ? { code: 'OVER' } : { ...asked, pass: { code: 'OVER' } }
      await story.refused(name, { body, key: late.accessToken }, PassExpired)
    }
  },
}
