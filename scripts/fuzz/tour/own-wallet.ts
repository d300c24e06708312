import type { Guide } from './guide.ts'

const place = { venue_tap: { code: '400' } }
const IBAN = 'CY17 0020 0128 0000 0012 0052 7600'

interface Own {
  readonly contact: string
  readonly wallet: string
}

/** Money that comes, is spent, given away and paid out; `office` asks as the business. */
export async function inTheWallet(guide: Guide, own: Own, office: Guide['ask']): Promise<void> {
  const { ask, round } = guide
  const { wallet } = own
  await office('createAdjustment', { of: wallet, body: { type: 'CREDIT', amount: 20, reason: 'Tour' } })
  for (const name of ['getOwnWallet', 'getOwnWalletCode', 'listOwnCommerceBalances', 'listOwnJournals'])
    await ask(name, { of: wallet })
  for (const name of ['summariseOwnTotals', 'listOwnTransactions']) await ask(name, { of: wallet })
  const goal = { award: { kind: 'FIXED', amount: 1 }, progress: { of: 'VISITS', target: 99, period: 'EVER' } }
  const offer = { name: 'Goal', code: `OWN-GOAL-${round}`, state: 'ACTIVE', ...goal }
  await office('createRewardOffer', { body: offer })
  await ask('getOwnPerformance', { of: offer.code })
  const { id: unused = 'none' } = await ask('createOwnToken', { of: own.contact, body: { intent: 'SPEND' } })
  await ask('getOwnToken', { of: unused })
  await ask('cancelOwnToken', { of: unused })
  await ask('createOwnToken', { of: own.contact, body: { intent: 'SPEND' } })
  await ask('actOnOwnPool', { of: `P-${round}`, body: { action: 'ACTIVATE' } })
  const destination = { wallet_id: (await office('createContact', { body: {} })).wallet?.id ?? 'none' }
  await ask('transferOwnMoney', { body: { origin: { wallet_id: wallet }, destination, amount: 1 } })
  const bought = { reference_number: `OWN-${round}`, organisation: place, transaction_amounts: { total: 7 } }
  const { receipt, id: purchase = 'none' } = await office('submitPurchase', { body: bought })
  await ask('reclaimOwnPurchase', { body: { transaction_code: receipt?.qr ?? 'none' } })
  for (const name of ['getOwnPurchase', 'explainOwnPurchase', 'getOwnPurchaseRewards'])
    await ask(name, { of: purchase })
  const code = `OWN-GIFT-${round}`
  await office('createPasses', { body: { pass_plan_id: `G-${round}`, code } })
  await ask('redeemOwnPass', { body: { code } })
  await paidOut(guide, own, office)
  await ordering(guide, office)
}

/** To a bank account of one's own. */
async function paidOut({ ask }: Guide, { contact, wallet }: Own, office: Guide['ask']): Promise<void> {
  const account = {
    payment_method_type: 'ACCOUNT',
    account_debit: { iban: IBAN, account_name: 'Maria Petrou' },
  }
  const add = async () => (await ask('addOwnPaymentMethod', { of: contact, body: account })).id ?? 'none'
  const unused = await add()
  await ask('changeOwnPaymentMethod', { of: [contact, unused], body: { is_primary: true } })
  await ask('tryOwnPaymentMethod', { of: [contact, unused] })
  await ask('removeOwnPaymentMethod', { of: [contact, unused] })
  const payment_method = { id: await add(), type: 'ACCOUNT' }
  const payout = { wallet_id: wallet, amount: 1, payment_method }
  const { id: of = 'none' } = await ask('requestOwnPayout', { body: payout })
  // Whoever waits for money cannot leave.
  await office('changePayout', { of, body: { action: 'CANCEL' } })
}

/** A dish of the tour's menu, ordered and given up again. */
async function ordering({ ask, round }: Guide, office: Guide['ask']): Promise<void> {
  const price = { amount: '2.00', currency_code: 'EUR', tax_model: 'TAX_INCLUSIVE' }
  const sku = `OWN-DISH-${round}`
  await office('createProduct', { body: { sku, name: 'Dish', price } })
  const category = { code: 'OWN', name: 'Of the house', products: [{ sku }] }
  await office('createOrderCategory', { of: `M-${round}`, body: category })
  const order = { fulfilled_by: 'STORE-400', supply_method: 'PICK_UP', items: [{ sku }] }
  await ask('estimateOwnOrder', { body: order })
  const { id: placed = 'none' } = await ask('placeOwnOrder', { body: order })
  await ask('getOwnOrder', { of: placed })
  const cancelled = { action: 'CANCEL', cancellation_reason_id: 'OUT_OF_STOCK' }
  await ask('actOnOwnOrder', { of: placed, body: cancelled })
}
