import { findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid, type WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import {
  accountId,
  bySoonestExpiry,
  contactAccount,
  isSpendable,
  type Lot,
  lotsLeft,
} from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { readActivations } from './activations.store.ts'
import { walletBalances } from './balance.ts'
import { readPools } from './pools.store.ts'
import { originsOfJournals } from './transactions.store.ts'
import type { LotState, WalletReply } from './wallets.api.ts'
import {
  accountBalances,
  blocksOfWallets,
  offerNames,
  type Wallet,
  walletById,
  walletsMergedInto,
} from './wallets.store.ts'

/** By id, or by the code that the contact shows at the till. */
export async function findWallet(work: Work, idOrCode: string): Promise<Wallet> {
  const id = parseGuid(idOrCode)
  const wallet = id === undefined ? await walletByCode(work, idOrCode) : await walletById(work, id)
  if (!wallet) throw notFound('wallet', idOrCode)
  return wallet
}

async function walletByCode({ sql, actor }: Work, code: string): Promise<Wallet | undefined> {
  const key = { by: 'IDENTIFIER', kind: 'WALLET_CODE', value: code.replaceAll(/[\s-]/g, '') } as const
  const [[contact] = []] = await findContacts(sql, [{ tenant: actor.tenant, key }])
  return (
    contact && {
      id: contact.wallet,
      code: contact.walletCode,
      currency: contact.currency,
      contact: { id: contact.id, code: contact.code },
    }
  )
}

export async function getWallet(work: Work, idOrCode: string, includeLots: boolean): Promise<WalletReply> {
  const wallet = await findWallet(work, idOrCode)
  const { tenant } = work.actor
  const balances = await walletBalances(work.db, tenant, [wallet.id], work.at)
  const balance = present(balances.get(wallet.id), 'a wallet that was found has a balance')
  const lots = await lotsLeft(work.sql, [{ tenant, id: wallet.id }])
  const business = await readBusiness(work.db, tenant)
  const isInactive = await inactiveIn(work, wallet.id)
  const shown = (minor: bigint) => wireNumber(minor, wallet.currency)
  const [total, open, commerce] = [shown(balance.total), shown(balance.open), shown(balance.commerce)]
  const organisation = { id: business.id, name: business.name }
  return {
    id: wallet.id,
    code: wallet.code,
    contact: wallet.contact,
    balances: [{ type: 'BUSINESS', currency_code: wallet.currency, total, open, commerce, organisation }],
    total_balance: total,
    total_open: open,
    total_commerce: commerce,
    activated_commerce_pools: poolsIn(lots, work.at, isInactive),
    ...(await showBlocked(work, wallet)),
    debt: shown(await debtOf(work, wallet)),
    ...(includeLots ? { lots: await showLots(work, lots, isInactive) } : {}),
  }
}

/** Tells of each lot whether its pool has to be switched on first. */
export type IsInactive = (lot: Lot) => boolean

export async function inactiveIn(work: Work, wallet: WalletId): Promise<IsInactive> {
  const { tenant } = work.actor
  const pools = await readPools(work.db, tenant)
  const activated = (await readActivations(work.sql, [{ tenant, id: wallet }])).get(wallet)
  return ({ pool }) =>
    pool !== null && pools.get(pool)?.terms.needs_activation === true && !activated?.has(pool)
}

function poolsIn(lots: readonly Lot[], at: Date, isInactive: IsInactive): number {
  const spendable = lots.filter((lot) => isSpendable(lot, at) && !isInactive(lot))
  return new Set(spendable.flatMap(({ pool }) => pool ?? [])).size
}

/** What is set aside, and for what. */
async function showBlocked(work: Work, wallet: Wallet): Promise<Pick<WalletReply, 'blocked' | 'blocked_by'>> {
  const blocks = await blocksOfWallets(work, await walletsMergedInto(work, wallet))
  const shown = (minor: bigint) => wireNumber(minor, wallet.currency)
  return {
    blocked: shown(sum(blocks.map(({ amount }) => amount))),
    blocked_by: blocks.map(({ id, entity, amount, expiresAt }) => ({
      id,
      entity,
      amount: shown(amount),
      expiration_date: epochSeconds(expiresAt),
    })),
  }
}

async function debtOf({ db, actor }: Work, { id, currency }: Wallet): Promise<bigint> {
  const account = accountId(contactAccount('CONTACT_DEBT', { tenant: actor.tenant, id, currency }))
  const balances = await accountBalances(db, actor.tenant, [account])
  return -(balances.get(account) ?? 0n)
}

async function showLots(
  work: Work,
  lots: readonly Lot[],
  isInactive: IsInactive,
): Promise<NonNullable<WalletReply['lots']>> {
  const pools = await readPools(work.db, work.actor.tenant)
  const nameOf = await offerNames(work, lots.flatMap(awardedBy))
  const origins = await originsOfJournals(work, [...new Set(lots.map(({ journal }) => journal))])
  const originOf = new Map(origins.map((origin) => [origin.id, origin]))
  return [...lots].sort(bySoonestExpiry).map((lot) => {
    const pool = lot.pool === null ? undefined : pools.get(lot.pool)
    const [version] = awardedBy(lot)
    const origin = originOf.get(lot.journal)
    return {
      id: lot.id,
      amount: wireNumber(lot.amount, lot.currency),
      remaining: wireNumber(lot.remaining, lot.currency),
      state: stateOf(lot, work.at, isInactive),
      pool: pool ? { id: pool.id, name: pool.name } : null,
      available_on: epochSeconds(lot.availableAt),
      expires_on: lot.expiresAt && epochSeconds(lot.expiresAt),
      offer: version ? { id: version.offer, name: nameOf(version) } : null,
      purchase_id: origin?.purchase ?? null,
      reference_number: origin?.referenceNumber ?? null,
      performed_by: origin ? { id: origin.placeId, name: origin.placeName } : null,
      date: origin ? epochSeconds(origin.date) : null,
    }
  })
}

function awardedBy({ offer, offerVersion }: Lot) {
  return offer !== null && offerVersion !== null ? [{ offer, version: offerVersion }] : []
}

function stateOf(lot: Lot, at: Date, isInactive: IsInactive): LotState {
  if (isSpendable(lot, at)) return isInactive(lot) ? 'NOT_ACTIVATED' : 'SPENDABLE'
  return lot.availableAt > at ? 'NOT_YET_AVAILABLE' : 'EXPIRED'
}
