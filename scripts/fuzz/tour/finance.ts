import { createHash, generateKeyPairSync } from 'node:crypto'
import { signatureOf, signed, textOf } from '../../../server/test/queueing-till.ts'
import type { Guide } from './guide.ts'

const iban = 'CY17 0020 0128 0000 0012 0052 7600'

/** Money on its way to an account, and the books that it is in. */
export async function finance({ ask }: Guide, who: { contact: string; wallet: string }): Promise<void> {
  await ask('createPayoutProvider', { body: { kind: 'SEPA', sepa: { name: 'Tour Ltd', iban } } })
  const method = { payment_method_type: 'ACCOUNT', account_debit: { iban, account_name: 'Maria Petrou' } }
  const add = async () => (await ask('createPaymentMethod', { of: who.contact, body: method })).id ?? 'none'
  const unused = await add()
  await ask('updatePaymentMethod', { of: [who.contact, unused], body: { is_primary: true } })
  await ask('tryPaymentMethod', { of: [who.contact, unused] })
  await ask('deletePaymentMethod', { of: [who.contact, unused] })
  const payment_method = { id: await add(), type: 'ACCOUNT' }
  const payout = { wallet_id: who.wallet, amount: 1, payment_method }
  const { id: paid = 'none' } = await ask('createPayout', { body: payout })
  const { id: kept = 'none' } = await ask('createPayout', { body: payout })
  await ask('getPayout', { of: paid })
  await ask('changePayout', { of: kept, body: { action: 'CANCEL' } })
  const { file } = await ask('createPayoutFile', { body: {} })
  const of: string = file?.id ?? 'none'
  await ask('downloadPayoutFile', { of })
  await ask('changePayoutFile', { of, body: { action: 'MARK_SENT' } })
  const map = await ask('getAccountingMap')
  await ask('setAccountingMap', { body: { accounts: map.accounts, overrides: map.overrides } })
  await ask('verifyLedger')
}

/** What runs by itself, and what is told to others. */
export async function running({ ask, round }: Guide): Promise<void> {
  const offer = { code: `O-${round}`, name: 'Five', award: { kind: 'PERCENTAGE', rate: 5 } }
  await ask('createRewardOffer', { body: offer })
  const [from, to] = [Math.floor(Date.now() / 1_000) - 3_600, Math.floor(Date.now() / 1_000)]
  await ask('replayRewardOffer', { of: offer.code, body: { from, to } })
  await ask('replayLiveOffers', { body: { from, to } })
  const products = Array.from({ length: 400 }, (_, index) => ({ sku: `S-${index}`, name: `Row ${round}` }))
  const { process_id: process = 'none' } = await ask('synchroniseProducts', { body: { products } })
  await ask('changeProcess', { of: process, body: { action: 'CANCEL' } })
  await ask('changeProcess', { of: process, body: { action: 'RESUME' } })
  const { id: of = 'none' } = await ask('createWebhookEndpoint', {
    body: { url: 'https://hooks.example.com/t' },
  })
  await ask('recoverWebhookEndpoint', { of, body: { since: from } })
  await ask('deleteWebhookEndpoint', { of })
  const taught = { sku: `ONE-${round}`, name: 'One', quantity: 1, total_amount: 5 }
  const sale = { organisation: { venue_tap: { code: '400' } }, transaction_amounts: { total: 5 } }
  await ask('submitPurchase', { body: { ...sale, products: [taught] } })
  await ask('createProduct', { body: { sku: `OTHER-${round}`, name: 'Other' } })
  await ask('mergeProduct', { of: taught.sku, body: { into: `OTHER-${round}` } })
}

/** A till that sold while it had no line. */
export async function queueing({ ask, round }: Guide): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  const till = { name: `Till ${round}`, public_key: { kty, crv, x, y } }
  const { id: of = 'none', head = '' } = await ask('registerTill', { body: till })
  const sale = {
    reference_number: `Q-${round}`,
    organisation: { venue_tap: { code: '400' } },
    transaction_amounts: { total: 3 },
    date: Math.floor(Date.now() / 1_000) - 60,
  }
  const entry = signed(of, privateKey, { counter: 1, previous: head, payload: JSON.stringify(sale) })
  await ask('sendQueuedPurchase', { of, body: entry })
  const end = { counter: 1, head: createHash('sha256').update(textOf(of, entry)).digest('hex') }
  const signature = signatureOf(privateKey, ['tillback-queue-end-1', of, end.counter, end.head].join('\n'))
  await ask('endTillQueue', { of, body: { ...end, signature } })
  await ask('getTill', { of })
}
