import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { walletCodesApi } from '../tokens/index.ts'
import { journalsApi, walletsApi } from '../wallets/index.ts'
import { asOwn, base, tag } from './as-own.ts'

const wallet = 'wallets/{id}'

export const getOwnWallet = asOwn(walletsApi.getWallet, {
  name: 'getOwnWallet',
  path: wallet,
  summary: 'Read one’s own wallet: what it holds, and what of it may be spent anywhere',
})

export const getOwnWalletCode = asOwn(walletCodesApi.getWalletCode, {
  name: 'getOwnWalletCode',
  path: `${wallet}/code`,
  summary: 'Read the code to show at the till',
})

export const listOwnCommerceBalances = asOwn(walletsApi.listCommerceBalances, {
  name: 'listOwnCommerceBalances',
  path: `${wallet}/commerce_balances`,
  summary: 'List what one’s wallet holds in each commerce pool, and where and until when it may be spent',
})

export const listOwnJournals = asOwn(journalsApi.listJournals, {
  name: 'listOwnJournals',
  path: `${wallet}/journals`,
  summary: 'List the credits and debits of one’s wallet with what is left of each',
})

export const listOwnTransactions = asOwn(walletsApi.listTransactions, {
  name: 'listOwnTransactions',
  path: `${wallet}/transactions`,
  summary: 'List what came into one’s wallet and left it, and why',
})

export const summariseOwnTotals = asOwn(journalsApi.summariseTotals, {
  name: 'summariseOwnTotals',
  path: `${wallet}/summarised_totals`,
  summary: 'Add up what came into one’s wallet and left it',
})

export const actOnOwnPool = endpoint({
  name: 'actOnOwnPool',
  method: 'PUT',
  path: `${base}/commerce_pools/{id}/actions`,
  tag,
  summary: 'Switch a commerce pool on or off for oneself',
  description: 'The same action again changes nothing.',
  access: 'contact',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ action: z.enum(['ACTIVATE', 'DEACTIVATE']) }),
  reply: z.object({ id: z.string() }),
  errors: [RequiredField, InvalidValue, InvalidState, NotFound, IdempotencyKeyReused],
})
