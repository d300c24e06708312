import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { findWallet, walletsMergedInto } from '../wallets/index.ts'
import type { ExpiryReply } from './expiries.api.ts'
import { countExpiries, expiryById, pageOfExpiries, type StoredExpiry } from './expiries.store.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
}

export async function listExpiries(
  work: Work,
  idOrCode: string,
  { page, size, order, include_total: includeTotal }: ListQuery,
): Promise<Page<ExpiryReply>> {
  const wallets = await walletsMergedInto(work, await findWallet(work, idOrCode))
  const rows = await pageOfExpiries(work, wallets, { page, size, order })
  const total = includeTotal ? await countExpiries(work, wallets) : null
  return pageOf({ page, size, includeTotal }, rows, showExpiry, total)
}

export async function getExpiry(work: Work, id: string): Promise<ExpiryReply> {
  const expiry = await expiryById(work, id)
  if (!expiry) throw notFound('expiry', id)
  return showExpiry(expiry)
}

function showExpiry({ id, wallet, amount, currency, lots, createdAt }: StoredExpiry): ExpiryReply {
  return {
    id,
    wallet_id: wallet,
    amount: wireNumber(amount, currency),
    currency_code: currency,
    lots,
    posted_on: epochSeconds(createdAt),
  }
}
