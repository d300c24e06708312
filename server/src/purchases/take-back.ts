import type { Work } from '../db/index.ts'
import {
  type CameBack,
  type ExplainedAward,
  goodsOf,
  isNothingBack,
  isWholeBack,
  type Offer,
} from '../engine/index.ts'
import type { AccountId, LotId } from '../kit/id.ts'
import { least, sum } from '../kit/money.ts'
import {
  type AccountState,
  contactAccount,
  lockAccounts,
  lotsToSettle,
  NO_DEBTS,
  post,
  readDebtsOf,
  redeemsConcerning,
  saveDebts,
  saveLots,
  saveRedeems,
} from '../ledger/index.ts'
import { giveBack, readOfferVersions, type TakenOff } from '../offers/index.ts'
import type { Directory } from '../organisations/index.ts'
import { takeFromPayout } from '../payouts/index.ts'
import { countUses } from '../wallets/index.ts'
import type { Explanation } from './explain.ts'
import { planUndo, type UndoPlan } from './plan-undo.ts'
import { nextLine, type PostedLine, postedLines } from './posted-lines.ts'
import { judgedAt, type Purchase } from './purchase.ts'
import { paidFrom, type SpendUse, spendUseBack } from './spend-use.ts'
import { nothingUnwound, type Portion, type ToUnwind, type Unwound, unwind } from './unwind.ts'

export interface ToTakeBack {
  readonly purchase: Purchase
  /** What of it came back in all; everything, when it is voided. */
  readonly after: CameBack
}

export interface TakenBack extends Unwound {
  readonly plan: UndoPlan
  /** Spends that are paid out: they come back when their payout has. */
  readonly spendHeld: bigint
}

/**
 * Takes of everything that the purchase's journal moved what what came back of it asks for, and gives limits back what its awards had
 * used. The purchase is locked by the caller; here follow its payout, the wallet, the limits and the organisations' accounts, in the
 * order that everybody keeps.
 */
export async function takeBack(
  work: Work,
  directory: Directory,
  { purchase, after }: ToTakeBack,
): Promise<TakenBack> {
  const lines = purchase.wallet === undefined ? [] : await postedLines(work, purchase)
  const plan = planUndo({
    purchase,
    before: purchase.cameBack,
    after,
    ...(await asItWas(work, purchase, after)),
    takenOf: (lot) => sum(lines.filter(isAwardIn(lot)).map(({ takenBack }) => takenBack)),
  })
  const wanted = portionOf(plan, lines)
  const { portion, spendHeld } = await portionInHand(work, { purchase, lines, portion: wanted, plan })
  const unwound = await takeLines(work, directory, {
    purchase,
    lines,
    portion,
    counts: plan.counts,
    redeems: plan.redeems,
  })
  return { ...unwound, plan, spendHeld }
}

interface Lines {
  readonly purchase: Purchase
  readonly lines: readonly PostedLine[]
  readonly portion: Portion
}

interface Taking extends Lines {
  readonly counts: readonly TakenOff[]
  readonly redeems: UndoPlan['redeems']
}

/** Takes a portion of every line of the purchase's journal. */
export async function takeLines(
  work: Work,
  directory: Directory,
  { purchase, lines, portion, counts, redeems: redeemsBack }: Taking,
): Promise<Unwound> {
  if (purchase.wallet === undefined) return nothingUnwound(NO_DEBTS)
  const owner = { tenant: work.actor.tenant, id: purchase.wallet, currency: purchase.currency }
  const locked = await lockWallet(work, owner)
  const debts = await readDebtsOf(work.sql, owner)
  const redeems = await redeemsConcerning(work, {
    purchase: purchase.id,
    lots: purchase.outcome.awards.map(({ lot }) => lot),
  })
  const { graceDays } = directory.formerPlace(purchase.venue ?? purchase.merchant).settings
  const unwound = unwind(
    {
      lines,
      lots: await lotsToSettle(work.sql, owner, {
        debts,
        named: [...lines.flatMap(({ lot }) => lot ?? []), ...redeems.flatMap(({ lot, from }) => [lot, from])],
      }),
      redeems,
      redeemsBack,
      debts,
      owner,
      business: work.actor.business,
      at: work.at,
      graceDays,
    },
    portion,
  )
  await countUses(work.sql, usesBack(purchase, { lines, portion }))
  await giveBack(work, counts)
  if (unwound.movements.length === 0) return unwound
  // Not from the lines that were read before: what was paid to the wallet came back by lines of its own.
  const firstLine = await nextLine(work, purchase)
  await post(work.sql, [{ id: purchase.id, firstLine, at: work.at, movements: unwound.movements }], locked)
  await saveLots(work.sql, unwound.lotsMoved)
  await saveRedeems(work.sql, redeems)
  await saveDebts(work.sql, [{ tenant: owner.tenant, before: debts, after: unwound.debts }])
  return unwound
}

/** What no more counts against limits of the wallet. */
function usesBack(purchase: Purchase, { lines, portion }: Omit<Lines, 'purchase'>): readonly SpendUse[] {
  const { lots } = paidFrom(purchase)
  const paid = lines.filter(({ kind, lot }) => SPENDS.has(kind) && lot !== undefined && lots.has(lot))
  const before = sum(paid.map(({ takenBack }) => takenBack))
  const use = spendUseBack(purchase, { before, amount: sum(paid.map(portion)) })
  return use ? [use] : []
}

const SPENDS: ReadonlySet<string> = new Set(['SPEND', 'PAYOUT_SPEND'])

/** The wallet's commerce account is its lock: lots and balances are read after it is held. */
async function lockWallet(
  work: Work,
  owner: ToUnwind['owner'],
): Promise<ReadonlyMap<AccountId, AccountState>> {
  const commerce = await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const others = await lockAccounts(work.sql, [
    contactAccount('CONTACT_OPEN', owner),
    contactAccount('CONTACT_DEBT', owner),
  ])
  return new Map([...commerce, ...others])
}

function isAwardIn(lot: LotId): (line: PostedLine) => boolean {
  return (line) => line.kind === 'AWARD' && line.lot === lot
}

/** Of each line what is still to be taken; lines that share a lot are taken one after the other. */
export function portionOf({ awards, spends }: UndoPlan, lines: readonly PostedLine[]): Portion {
  const wanted = new Map<PostedLine, bigint>()
  const fill = (of: readonly PostedLine[], amount: bigint) => {
    let left = amount
    for (const line of of) {
      const upTo = least(left, line.amount)
      left -= upTo
      wanted.set(line, upTo > line.takenBack ? upTo - line.takenBack : 0n)
    }
  }
  for (const { award, after } of awards) fill(lines.filter(isAwardIn(award.lot)), after)
  for (const [lot, amount] of spends) fill(lines.filter(isSpendFrom(lot)), amount)
  return (line) => wanted.get(line) ?? 0n
}

function isSpendFrom(lot: LotId): (line: PostedLine) => boolean {
  return (line) => SPENDS.has(line.kind) && line.lot === lot
}

/** Spends that are paid out come back with their payout: from the wallet now, from outside when they have come back. */
async function portionInHand(
  work: Work,
  { purchase, lines, portion, plan }: Lines & { readonly plan: UndoPlan },
): Promise<{ readonly portion: Portion; readonly spendHeld: bigint }> {
  const { payout } = purchase.outcome
  if (payout === undefined) return { portion, spendHeld: 0n }
  const isPaidOut = ({ kind }: PostedLine) => kind === 'PAYOUT_SPEND'
  const amount = sum(lines.filter(isPaidOut).map(portion))
  if (await takeFromPayout(work, payout, { amount, ends: plan.isWhole })) return { portion, spendHeld: 0n }
  return { portion: (line) => (isPaidOut(line) ? 0n : portion(line)), spendHeld: amount }
}

interface AsItWas {
  readonly offers: ReadonlyMap<string, Offer>
  readonly explained: readonly ExplainedAward[]
}

/** The offers in the versions that awarded or counted; a purchase that goes back as a whole needs none of it. */
async function asItWas(work: Work, purchase: Purchase, after: CameBack): Promise<AsItWas> {
  const { outcome } = purchase
  if (isWholeBack(goodsOf(purchase), after) && isNothingBack(purchase.cameBack)) {
    return { offers: new Map(), explained: [] }
  }
  const counted = outcome.counted.flatMap(({ offer }) => (offer === undefined ? [] : [offer]))
  const wanted = [
    ...counted.map((offer) => ({ offer, version: undefined })),
    ...outcome.awards.map(({ offer }) => ({ offer: String(offer.id), version: offer.version })),
  ]
  const offers = await readOfferVersions(work, wanted, judgedAt(purchase))
  const isJudgedAgain = [...offers.values()].some(({ terms }) => terms.return_policy === 'REJUDGE')
  return { offers, explained: isJudgedAgain ? await explainedAwards(work, purchase) : [] }
}

async function explainedAwards({ db, actor }: Work, { id }: Purchase): Promise<readonly ExplainedAward[]> {
  const { explain } = await db
    .selectFrom('purchases')
    .select('explain')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return (explain as Explanation).awards
}

/** Holds the wallet and the limits of several purchases of one contact, before the first of them is taken back. */
export async function holdForReturn(work: Work, purchases: readonly Purchase[]): Promise<void> {
  const [first] = purchases
  if (first?.wallet === undefined) return
  const owner = { tenant: work.actor.tenant, id: first.wallet, currency: first.currency }
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  await giveBack(
    work,
    purchases.flatMap(({ outcome }) => outcome.counted.map(({ ref }) => ({ ref, amount: 0n, uses: 0 }))),
  )
}
