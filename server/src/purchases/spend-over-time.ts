import { least, sum } from '../kit/money.ts'
import { MINUTE } from '../kit/time.ts'
import { localMoment } from '../kit/zone.ts'
import type { Lot, LotMove } from '../ledger/index.ts'
import type { Place } from '../organisations/index.ts'
import { automaticRule, type SpendPreference, whyNot } from '../tokens/index.ts'
import { planSpend, type SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Purchase } from './purchase.ts'
import type { NothingPaid } from './rehearse-spending.api.ts'

/** What is looked at: the wallet as it stood when the time begins, and what happened since, each in order. */
export interface PastWallet {
  readonly lots: readonly Lot[]
  readonly moves: readonly LotMove[]
  readonly purchases: readonly Purchase[]
  readonly activated: Parameters<typeof planSpend>[0]['activated']
  /** When it ends. */
  readonly until: Date
}

export interface Rehearsed {
  readonly purchase: Purchase
  readonly place: Place
  readonly amount: bigint
  /** undefined: the wallet would have paid. */
  readonly because: NothingPaid | undefined
}

export interface RehearsedTime {
  readonly purchases: readonly Rehearsed[]
  /** What the wallet would hold at the end. */
  readonly left: bigint
  /** Money that expired in truth and would have paid before. */
  readonly savedFromExpiry: bigint
  /** What was taken from the wallet otherwise and would not have been there any more. */
  readonly short: bigint
}

interface Held {
  readonly lot: Lot
  /** Below zero: more was taken in truth than the rehearsal left. */
  left: bigint
}

/**
 * Plays the time again with another wish: each purchase is paid of what the wallet really held at that moment, less what was taken of it in
 * the rehearsal before. What the till or a code asked for stays as it was, and so do awards.
 */
export function spendOverTime(
  { lots, moves, purchases, activated, until }: PastWallet,
  preference: SpendPreference,
  catalogue: Catalogue,
): RehearsedTime {
  const held = new Map(lots.map((lot) => [lot.id, { lot, left: lot.remaining }]))
  const automatic = spentByItself(purchases)
  let savedFromExpiry = 0n
  let isDone = false
  const told: Rehearsed[] = []
  const waiting = moves.filter((move) => !automatic.has(keyOf(move.journal, move.lot)) || !isSpend(move))
  let next = 0
  const moveUntil = (isBefore: (move: LotMove) => boolean) => {
    for (let move = waiting[next]; move && isBefore(move); move = waiting[++next]) {
      const there = held.get(move.lot)
      if (there) savedFromExpiry += moved(there, move, held)
    }
  }
  for (const purchase of purchases) {
    // Its own award comes after it.
    moveUntil(({ at, journal }) => at <= purchase.createdAt && journal !== purchase.id)
    const place = catalogue.directory.formerPlace(purchase.venue ?? purchase.merchant)
    const outcome = isDone
      ? 'ONLY_THE_NEXT_PURCHASE'
      : paidOf({ purchase, place, held, activated }, preference, catalogue)
    if (typeof outcome === 'string') {
      told.push({ purchase, place, amount: 0n, because: outcome })
      continue
    }
    for (const { lot, amount } of outcome.parts) {
      const there = held.get(lot.id)
      if (there) there.left -= amount
    }
    isDone = preference.automatic === true && preference.nextPurchaseOnly
    told.push({ purchase, place, amount: outcome.total, because: undefined })
  }
  moveUntil(() => true)
  const ends = [...held.values()]
  const isOver = ({ lot }: Held) => lot.expiresAt !== null && lot.expiresAt <= until
  return {
    purchases: told,
    left: sum(ends.map((each) => (each.left > 0n && !isOver(each) ? each.left : 0n))),
    short: -sum(ends.map(({ left }) => (left < 0n ? left : 0n))),
    savedFromExpiry,
  }
}

/** What purchases were paid of by themselves in truth: the rehearsal is instead of it. */
function spentByItself(purchases: readonly Purchase[]): ReadonlySet<string> {
  return new Set(
    purchases.flatMap(({ id, outcome }) =>
      outcome.spends.flatMap(({ method, lot }) => (method === 'AUTO_SPEND' ? [keyOf(id, lot)] : [])),
    ),
  )
}

function keyOf(journal: string, lot: string): string {
  return `${journal}|${lot}`
}

const SPENDS: ReadonlySet<string> = new Set(['SPEND', 'PAYOUT_SPEND', 'SPEND_REVERSAL'])

function isSpend({ kind }: LotMove): boolean {
  return SPENDS.has(kind)
}

/** Moves the lot; answers what of it did not expire, because the rehearsal had spent it. */
function moved(of: Held, { kind, amount }: LotMove, all: ReadonlyMap<string, Held>): bigint {
  if (kind !== 'EXPIRY') {
    of.left += amount
    if (amount < 0n) takeFromOthers(of, all)
    return 0n
  }
  const there = of.left > 0n ? of.left : 0n
  const expired = least(there, -amount)
  of.left -= expired
  return -amount - expired
}

/** What the rehearsal left too little of is taken from money that may be spent in the same places. */
function takeFromOthers(of: Held, all: ReadonlyMap<string, Held>): void {
  for (const other of all.values()) {
    if (of.left >= 0n) return
    if (other === of || other.left <= 0n) continue
    if (other.lot.pool !== null && other.lot.pool !== of.lot.pool) continue
    const taken = least(other.left, -of.left)
    other.left -= taken
    of.left += taken
  }
}

interface ToPay {
  readonly purchase: Purchase
  readonly place: Place
  readonly held: ReadonlyMap<string, Held>
  readonly activated: PastWallet['activated']
}

function paidOf(
  { purchase, place, held, activated }: ToPay,
  preference: SpendPreference,
  { pools, directory }: Catalogue,
): SpendPlan | NothingPaid {
  const asked = askedOtherwise(purchase)
  if (asked) return asked
  const rule = automaticRule(place, preference)
  if (!rule) return 'NOT_WANTED_HERE'
  const lots = [...held.values()].map(({ lot, left }) => ({ ...lot, remaining: left > 0n ? left : 0n }))
  const balance = sum(lots.map(({ remaining }) => remaining))
  const because = whyNot(rule, { balance, total: purchase.total })
  if (because) return because.because
  const lines = purchase.lines.map((line, index) => ({
    ...line,
    gross: line.gross - offLine(purchase, index),
  }))
  const due = purchase.total - sum(purchase.lines.map((_, index) => offLine(purchase, index)))
  const { minimumSpend, maximumSpend } = place.settings
  const plan = planSpend({
    lots,
    pools,
    activated,
    lines,
    place: {
      business: directory.business.id,
      merchant: place.merchant.id,
      venue: place.venue?.id,
      local: localMoment(purchase.date, place.timeZone),
    },
    at: purchase.date,
    most: least(due, rule.maximum ?? due, maximumSpend ?? due),
  })
  if (plan.total === 0n) return 'NOTHING_TO_SPEND'
  return plan.total < minimumSpend ? 'BELOW_MINIMUM_SPEND' : plan
}

/** A till that sends a purchase later took the money long ago. */
const AT_THE_TILL_MS = 5 * MINUTE

/** Purchases that no preference is asked about. */
function askedOtherwise({
  outcome,
  claimedAt,
  selfSubmitted,
  reductionMethod,
  createdAt,
  date,
}: Purchase): NothingPaid | undefined {
  if (claimedAt !== undefined || selfSubmitted) return 'CLAIMED'
  const isAsked = outcome.spends.some(({ method }) => method === 'ON_REQUEST' || method === 'OTP')
  if (isAsked || outcome.requestedSpend !== undefined) return 'ASKED_OTHERWISE'
  const isLate = createdAt.getTime() - date.getTime() > AT_THE_TILL_MS
  return reductionMethod === 'FRONT_END' && isLate ? 'SENT_LATER' : undefined
}

/** What discounts took off the line. */
function offLine({ outcome }: Purchase, index: number): bigint {
  return sum(outcome.spends.map(({ method, lines }) => (method === 'INSTANT' ? (lines[index] ?? 0n) : 0n)))
}
