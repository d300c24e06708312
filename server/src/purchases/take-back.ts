import type { Work } from '../db/index.ts'
import { partReturned } from '../engine/index.ts'
import { sum } from '../kit/money.ts'
import { contactAccount, lockAccounts, post, saveLots } from '../ledger/index.ts'
import { giveBack, type TakenOff } from '../offers/index.ts'
import type { Directory } from '../organisations/index.ts'
import { lotsOf, postedLines } from './posted-lines.ts'
import type { Purchase } from './purchase.ts'
import { type Portion, type ToUnwind, type Unwound, unwind } from './unwind.ts'

const NOTHING: Unwound = { movements: [], awardReversed: 0n, spendReturned: 0n, debtMade: 0n, lotsMoved: [] }

export interface ToTakeBack {
  readonly purchase: Purchase
  readonly portion: Portion
  /** The value of the goods that came back before, and with this. */
  readonly goods: { readonly before: bigint; readonly after: bigint }
  /** 1 when nothing of the purchase stands afterwards, so that its awards count no more among the uses of a limit. */
  readonly uses: 0 | 1
}

/**
 * Takes back a portion of every line of the purchase's journal and gives limits back what its awards had used. The purchase is
 * locked by the caller; here follow the wallet, the limits and the organisations' accounts, in the order that everybody keeps.
 */
export async function takeBack(
  work: Work,
  directory: Directory,
  { purchase, portion, goods, uses }: ToTakeBack,
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
  const { graceDays } = directory.formerPlace(purchase.venue ?? purchase.merchant).settings
  const debt = [...contacts.values()].find(({ ref }) => ref.kind === 'CONTACT_DEBT')?.balance ?? 0n
  const lots = await lotsOf(work, lines)
  const unwound = unwind(
    { lines, lots, debt: -debt, owner, business: work.actor.business, at: work.at, graceDays },
    portion,
  )
  await giveBack(work, countsTaken(purchase, { unwound, goods, uses }))
  if (unwound.movements.length === 0) return unwound
  const firstLine = Math.max(...lines.map(({ line }) => line)) + 1
  const locked = new Map([...commerce, ...contacts])
  await post(work.sql, [{ id: purchase.id, firstLine, at: work.at, movements: unwound.movements }], locked)
  await saveLots(work.sql, unwound.lotsMoved)
  return unwound
}

/** Holds the wallet and the limits of several purchases of one contact, before the first of them is taken back. */
export async function holdForReturn(work: Work, purchases: readonly Purchase[]): Promise<void> {
  const [first] = purchases
  if (first?.wallet === undefined) return
  const owner = { tenant: work.actor.tenant, id: first.wallet, currency: first.currency }
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const nothing = { unwound: NOTHING, goods: { before: 0n, after: 0n }, uses: 0 } as const
  await giveBack(
    work,
    purchases.flatMap((purchase) => countsTaken(purchase, nothing)),
  )
}

interface Taken {
  readonly unwound: Unwound
  readonly goods: ToTakeBack['goods']
  readonly uses: 0 | 1
}

/**
 * What comes off the counters: of limits as much as was taken of their awards; of goals and tiers in proportion to the goods,
 * cumulative, so that parts that add up to the whole give exactly the whole back.
 */
function countsTaken({ outcome, total }: Purchase, { unwound, goods, uses }: Taken): TakenOff[] {
  return outcome.counted.map(({ of, offer, ref, amount, uses: used }) => ({
    ref,
    amount: of === 'LIMIT' ? awardTaken(outcome, unwound, offer) : partReturned(amount, { ...goods, total }),
    uses: uses * used,
  }))
}

function awardTaken(
  { awards }: Purchase['outcome'],
  { movements }: Unwound,
  offer: string | undefined,
): bigint {
  const lots = new Set(awards.filter((award) => award.offer.id === offer).map(({ lot }) => lot))
  const taken = movements.filter(
    ({ lot, kind }) => lot !== undefined && lots.has(lot) && kind.startsWith('AWARD_REVERSAL'),
  )
  return sum(taken.map(({ amount }) => amount))
}
