import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { sum } from '../kit/money.ts'
import { localDay } from '../kit/zone.ts'
import { contactAccount, lockAccounts, post, saveLots } from '../ledger/index.ts'
import { giveBack } from '../offers/index.ts'
import type { Directory } from '../organisations/index.ts'
import type { Catalogue } from './catalogue.ts'
import { findPurchase } from './find-purchase.ts'
import { lotsOf, postedLines } from './posted-lines.ts'
import type { Purchase } from './purchase.ts'
import { type Portion, type ToUnwind, type Unwound, unwind } from './unwind.ts'

export interface Cancelled extends Pick<Unwound, 'awardReversed' | 'spendReturned' | 'debtMade'> {
  readonly purchase: Purchase
}

/**
 * Voids a purchase: undoes exactly what its journal holds, gives budgets and limits back, cancels a payout that was not sent.
 * Voiding it again changes nothing.
 */
export async function cancelPurchase(work: Work, { directory }: Catalogue, name: string): Promise<Cancelled> {
  const purchase = await findPurchase(work, name, { lock: true })
  if (purchase.state === 'CANCELLED')
    return { purchase, awardReversed: purchase.award, spendReturned: purchase.spend, debtMade: 0n }

  const unwound = await takeBack(work, directory, {
    purchase,
    portion: ({ amount, takenBack }) => amount - takenBack,
  })
  await giveBackLimits(work, { purchase, unwound, zone: directory.business.timeZone, uses: 1 })
  await cancelPayout(work, purchase)
  await work.db
    .updateTable('purchases')
    .set({ state: 'CANCELLED', cancelled_at: work.at })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.id)
    .execute()
  await record(work, 'purchase.cancelled', purchase.id)
  if (unwound.awardReversed > 0n) await record(work, 'reward.reversed', purchase.id)
  return { purchase: { ...purchase, state: 'CANCELLED', cancelledAt: work.at }, ...unwound }
}

const NOTHING: Unwound = { movements: [], awardReversed: 0n, spendReturned: 0n, debtMade: 0n, lotsMoved: [] }

/** Takes back a portion of every line of the purchase's journal; the purchase is locked by the caller. */
export async function takeBack(
  work: Work,
  directory: Directory,
  { purchase, portion }: { readonly purchase: Purchase; readonly portion: Portion },
): Promise<Unwound> {
  if (purchase.wallet === undefined) return NOTHING
  const owner: ToUnwind['owner'] = {
    tenant: work.actor.tenant,
    id: purchase.wallet,
    currency: purchase.currency,
  }
  // The wallet's commerce account is its lock: lots and balances are read after it is held.
  const commerce = await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const contacts = await lockAccounts(work.sql, [
    contactAccount('CONTACT_OPEN', owner),
    contactAccount('CONTACT_DEBT', owner),
  ])
  const lines = await postedLines(work, purchase)
  const { graceDays } = directory.placeOf({ id: purchase.venue ?? purchase.merchant }, undefined).settings
  const debt = [...contacts.values()].find(({ ref }) => ref.kind === 'CONTACT_DEBT')?.balance ?? 0n
  const input: ToUnwind = {
    lines,
    lots: await lotsOf(work, lines),
    debt: -debt,
    owner,
    at: work.at,
    graceDays,
  }
  const unwound = unwind(input, portion)
  if (unwound.movements.length === 0) return unwound
  const firstLine = Math.max(...lines.map(({ line }) => line)) + 1
  const locked = new Map([...commerce, ...contacts])
  await post(work.sql, [{ id: purchase.id, firstLine, at: work.at, movements: unwound.movements }], locked)
  await saveLots(work.sql, unwound.lotsMoved)
  return unwound
}

/** Gives back to budgets and limits what the unwinding took of each award, by the terms that awarded it. */
export async function giveBackLimits(
  work: Work,
  { purchase, unwound, zone, uses }: { purchase: Purchase; unwound: Unwound; zone: string; uses: 0 | 1 },
): Promise<void> {
  const { contact, outcome } = purchase
  if (contact === undefined) return
  const day = localDay(purchase.date, zone)
  await giveBack(
    work,
    outcome.awards.map(({ offer, lot }) => {
      const taken = unwound.movements.filter(
        (each) => each.lot === lot && each.kind.startsWith('AWARD_REVERSAL'),
      )
      const amount = sum(taken.map((each) => each.amount))
      return { offer: offer.id, version: offer.version, contact, day, amount, uses }
    }),
  )
}

async function cancelPayout(work: Work, purchase: Purchase): Promise<void> {
  if (purchase.outcome.payout === undefined) return
  await work.db
    .updateTable('payouts')
    .set({ state: 'CANCELLED', updated_at: work.at })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.outcome.payout)
    .where('state', '=', 'PENDING')
    .execute()
}
