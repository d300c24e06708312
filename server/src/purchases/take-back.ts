import type { Work } from '../db/index.ts'
import { sum } from '../kit/money.ts'
import { localDay } from '../kit/zone.ts'
import { contactAccount, lockAccounts, post, saveLots } from '../ledger/index.ts'
import { giveBack, type TakenBack } from '../offers/index.ts'
import type { Directory } from '../organisations/index.ts'
import { lotsOf, postedLines } from './posted-lines.ts'
import type { Purchase } from './purchase.ts'
import { type Portion, type ToUnwind, type Unwound, unwind } from './unwind.ts'

const NOTHING: Unwound = { movements: [], awardReversed: 0n, spendReturned: 0n, debtMade: 0n, lotsMoved: [] }

export interface ToTakeBack {
  readonly purchase: Purchase
  readonly portion: Portion
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
  { purchase, portion, uses }: ToTakeBack,
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
  const unwound = unwind({ lines, lots, debt: -debt, owner, at: work.at, graceDays }, portion)
  if (unwound.movements.length === 0) return unwound
  await giveBack(work, awardsTaken(purchase, directory, { unwound, uses }))
  const firstLine = Math.max(...lines.map(({ line }) => line)) + 1
  const locked = new Map([...commerce, ...contacts])
  await post(work.sql, [{ id: purchase.id, firstLine, at: work.at, movements: unwound.movements }], locked)
  await saveLots(work.sql, unwound.lotsMoved)
  return unwound
}

/** Holds the wallet and the limits of several purchases of one contact, before the first of them is taken back. */
export async function holdForReturn(
  work: Work,
  directory: Directory,
  purchases: readonly Purchase[],
): Promise<void> {
  const [first] = purchases
  if (first?.wallet === undefined) return
  const owner = { tenant: work.actor.tenant, id: first.wallet, currency: first.currency }
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const nothing = { unwound: NOTHING, uses: 0 } as const
  await giveBack(
    work,
    purchases.flatMap((purchase) => awardsTaken(purchase, directory, nothing)),
  )
}

/** What the unwinding took of each award, counted in the period in which it was awarded. */
function awardsTaken(
  { contact, date, outcome }: Purchase,
  { business }: Directory,
  { unwound, uses }: { readonly unwound: Unwound; readonly uses: 0 | 1 },
): TakenBack[] {
  if (contact === undefined) return []
  const day = localDay(date, business.timeZone)
  return outcome.awards.map(({ offer, lot }) => {
    const taken = unwound.movements.filter(
      (each) => each.lot === lot && each.kind.startsWith('AWARD_REVERSAL'),
    )
    const amount = sum(taken.map((each) => each.amount))
    return { offer: offer.id, version: offer.version, contact, day, amount, uses }
  })
}
