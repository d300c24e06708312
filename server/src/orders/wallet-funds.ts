import { findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField } from '../kit/error.ts'
import type { ContactId, OrderEstimateId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { least } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { DAY, HOUR, later } from '../kit/time.ts'
import type { JudgedWithin } from '../purchases/index.ts'
import { blockMoney, keepBlock, lockBlockOf, releaseBlock, takeBlock } from '../wallet-blocks/index.ts'
import { walletBalances } from '../wallets/index.ts'
import type { Order } from './order.ts'
import type { AskedBody } from './order-body.ts'

/** Who went away from a checkout has the money back after so long. */
export const CHECKOUT_HELD_MS = 2 * HOUR
/** An order that nobody completes or cancels gives it back too: so long after it was placed, or wanted. */
export const ORDER_HELD_MS = 14 * DAY

interface Paying {
  readonly contact: ContactId
  readonly currency: string
  readonly total: bigint
  /** What the pass of the order has brought into the wallet. */
  readonly broughtByPass: bigint | undefined
}

/**
 * What the contact asks the wallet to pay; undefined: nothing. Left open, it is all that the wallet has, up to the total. Who brings a
 * pass with money along and says nothing of the wallet pays with the pass.
 */
export async function readFunds(
  work: Work,
  body: Pick<AskedBody, 'use_wallet_funds' | 'wallet_funds_amount'>,
  { contact, currency, total, broughtByPass }: Paying,
): Promise<bigint | undefined> {
  const { use_wallet_funds: isUsed, wallet_funds_amount: amount } = body
  if (amount !== undefined && isUsed === false) {
    throw invalidField('wallet_funds_amount', amount, 'it goes with use_wallet_funds=true')
  }
  if (amount !== undefined) return readPositiveMinor('wallet_funds_amount', amount, minorDigits(currency))
  const isByPass = isUsed === undefined && broughtByPass !== undefined
  if (!isUsed && !isByPass) return undefined
  const funds = least(total, isByPass ? broughtByPass : await balanceOf(work, contact))
  return funds > 0n ? funds : undefined
}

export async function balanceOf(work: Work, contact: ContactId): Promise<bigint> {
  const { tenant } = work.actor
  const [[found] = []] = await findContacts(work.sql, [{ tenant, key: { by: 'ID', id: contact } }])
  const { wallet } = present(found, 'the contact of an order stays')
  const balances = await walletBalances(work.db, tenant, [wallet], work.at)
  return balances.get(wallet)?.total ?? 0n
}

type Held = Pick<Order, 'id' | 'currency' | 'state' | 'requestedAt'>

function heldUntil({ state, requestedAt }: Held, at: Date): Date {
  if (state === 'ON_HOLD') return later(at, CHECKOUT_HELD_MS)
  return later(requestedAt && requestedAt > at ? requestedAt : at, ORDER_HELD_MS)
}

/** Sets aside what the wallet was judged to pay; its lots are locked since they were judged. */
export function holdFunds(work: Work, order: Held, judged: JudgedWithin): Promise<void> {
  return hold(work, judged, { entity: 'ORDER', entityId: order.id, until: heldUntil(order, work.at) })
}

/** The same of an estimate, until it is placed or its time is over. */
export function holdEstimated(
  work: Work,
  { id, until }: { readonly id: OrderEstimateId; readonly until: Date },
  judged: JudgedWithin,
): Promise<void> {
  return hold(work, judged, { entity: 'ESTIMATE', entityId: id, until })
}

async function hold(
  work: Work,
  { purchase, spent }: JudgedWithin,
  holder: { readonly entity: 'ORDER' | 'ESTIMATE'; readonly entityId: string; readonly until: Date },
): Promise<void> {
  if (spent.length === 0 || purchase.wallet === undefined) return
  await blockMoney(work, {
    ...holder,
    wallet: purchase.wallet,
    currency: purchase.currency,
    parts: spent,
  })
}

/** An order that somebody works on is no checkout that was left: its money stays aside for longer. */
export async function holdLonger(work: Work, order: Held): Promise<void> {
  const block = await lockBlockOf(work, order.id)
  const until = heldUntil(order, work.at)
  if (block?.state === 'BLOCKED' && block.expiresAt < until)
    await keepBlock(work, { ...block, expiresAt: until })
}

/** Of an order or an estimate. */
export async function releaseFunds(work: Work, { id }: { readonly id: string }): Promise<void> {
  const block = await lockBlockOf(work, id)
  if (block?.state === 'BLOCKED') await releaseBlock(work, block, 'RELEASED')
}

/** `countedAt`: when it was counted against limits of the wallet, if it was set aside. */
export interface Funds {
  readonly amount: bigint | undefined
  readonly countedAt?: Date | undefined
}

/**
 * What the wallet is to pay of the order that is completed. What was set aside lies in its lots again for it; where that was released
 * since, it is what was asked for, as far as the wallet has it now.
 */
export async function takeFunds(work: Work, order: Order): Promise<Funds> {
  if (order.fundsAsked === undefined) return { amount: undefined }
  const block = await lockBlockOf(work, order.id)
  if (block?.state === 'BLOCKED') {
    await takeBlock(work, block)
    return { amount: block.amount, countedAt: block.countedAt }
  }
  const funds = least(order.fundsAsked, await balanceOf(work, order.contact))
  return { amount: funds > 0n ? funds : undefined }
}
