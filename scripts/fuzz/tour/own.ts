import { PASSWORD } from '../values.ts'
import type { Asked, Guide } from './guide.ts'

const place = { venue_tap: { code: '400' } }

/** A contact in their app, from the registration to the sign-out. */
export async function inTheApp({ ask, round }: Guide): Promise<void> {
  const email = `own-${round}@example.com`
  const identification = { provider: 'EMAIL', email, password: PASSWORD }
  const { auth_otp = 'none', code = '000000' } = await ask('registerContact', { body: { identification } })
  const proved = await ask('proveSignInCode', { body: { auth_otp, code } })
  const id: string = proved.contact?.id ?? 'none'
  const signIn = { provider: 'EMAIL', username: email, password: PASSWORD }
  const { refresh_token = 'none' } = await ask('authenticateContact', { body: signIn })
  const { access_token: token = 'none' } = await ask('refreshContactSession', { body: { refresh_token } })
  const mine = (name: string, asked: Asked = {}) => ask(name, { token, ...asked })
  for (const name of [
    'getProfile',
    'listOwnCommunications',
    'listOwnDevices',
    'exportOwnData',
    'listOwnOrders',
  ])
    await mine(name, { of: id })
  for (const name of [
    'listOwnPurchases',
    'listOwnTokens',
    'listOwnSchemes',
    'getOwnSpendPreferences',
    'listOwnGoals',
  ])
    await mine(name, { of: id })
  await mine('analyseOwn', { of: id, query: '?frequency=MONTHLY&metrics=total_orders,wallet_totals' })
  await mine('rehearseOwnSpending', { of: id, body: { enable_automatic_spend: true } })
  await mine('updateProfile', { of: id, body: { first_name: 'Own' } })
  await paying({ ask: mine, round }, id, ask)
  await mine('signOutContact')
}

async function paying({ ask, round }: Guide, id: string, office: Guide['ask']): Promise<void> {
  const { content = [] } = await office('listContacts', {
    query: `?cim=own-${round}%40example.com&include_wallet=true`,
  })
  const wallet: string = content[0]?.wallet?.id ?? 'none'
  await office('createAdjustment', { of: wallet, body: { type: 'CREDIT', amount: 20, reason: 'Tour' } })
  for (const name of ['getOwnWallet', 'getOwnWalletCode', 'listOwnCommerceBalances', 'listOwnJournals'])
    await ask(name, { of: wallet })
  for (const name of ['summariseOwnTotals', 'listOwnTransactions']) await ask(name, { of: wallet })
  await ask('createOwnToken', { of: id, body: { intent: 'SPEND' } })
  const destination = { wallet_id: (await office('createContact', { body: {} })).wallet?.id ?? 'none' }
  await ask('transferOwnMoney', { body: { origin: { wallet_id: wallet }, destination, amount: 1 } })
  const bought = { reference_number: `OWN-${round}`, organisation: place, transaction_amounts: { total: 7 } }
  const { receipt, id: purchase = 'none' } = await office('submitPurchase', { body: bought })
  await ask('reclaimOwnPurchase', { body: { transaction_code: receipt?.qr ?? 'none' } })
  for (const name of ['getOwnPurchase', 'explainOwnPurchase', 'getOwnPurchaseRewards'])
    await ask(name, { of: purchase })
  const price = { amount: '2.00', currency_code: 'EUR', tax_model: 'TAX_INCLUSIVE' }
  const sku = `OWN-DISH-${round}`
  await office('createProduct', { body: { sku, name: 'Dish', price } })
  const order = { fulfilled_by: 'STORE-400', supply_method: 'PICK_UP', items: [{ sku }] }
  await ask('estimateOwnOrder', { body: order })
  const { id: placed = 'none' } = await ask('placeOwnOrder', { body: order })
  await ask('getOwnOrder', { of: placed })
  await ask('actOnOwnOrder', {
    of: placed,
    body: { action: 'CANCEL', cancellation_reason_id: 'OUT_OF_STOCK' },
  })
}
