import { sumOf } from './rules.ts'
import { ofPieces } from './shares.ts'
import {
  count,
  type Lot,
  lotOf,
  type Pieces,
  type Purchase,
  type State,
  type Wallet,
  walletOf,
} from './state.ts'

const GRACE_SECONDS = 7 * 86_400

/** What one return or void moved. */
export interface Undone {
  readonly value: number
  readonly awards: ReadonlyMap<string, number>
  readonly award: number
  readonly spend: number
  readonly debt: number
}

export const NOTHING_UNDONE: Undone = { value: 0, awards: new Map(), award: 0, spend: 0, debt: 0 }

/** Everything of the purchase that still stands. */
export function undoAll(state: State, purchase: Purchase): Undone {
  purchase.isVoid = true
  return undoTo(
    state,
    purchase,
    purchase.lines.map(({ quantity }) => quantity),
  )
}

/** undefined: so much is not there to come back. */
export function undoPieces(
  state: State,
  purchase: Purchase,
  products: readonly Pieces[],
): Undone | undefined {
  const pieces = [...purchase.pieces]
  for (const { line, quantity } of products) pieces[line - 1] = (pieces[line - 1] ?? 0) + quantity
  const isTooMuch = pieces.some((count, line) => count > (purchase.lines[line]?.quantity ?? 0))
  if (purchase.isVoid || isTooMuch || isWhole(purchase, purchase.pieces)) return undefined
  return undoTo(state, purchase, pieces)
}

/** What had come back of it before somebody claimed it is taken in the moment in which it is awarded. */
export function undoAgain(state: State, purchase: Purchase): void {
  const pieces = [...purchase.pieces]
  purchase.pieces.fill(0)
  undoTo(state, purchase, pieces)
}

/** Of a purchase with nothing left to it nobody can claim anything. */
export function isOver(purchase: Purchase): boolean {
  return purchase.isVoid || isWhole(purchase, purchase.pieces)
}

/** Brings everything to where it has to stand once so many pieces are back. */
function undoTo(state: State, purchase: Purchase, pieces: readonly number[]): Undone {
  const value = worthOf(purchase, pieces) - worthOf(purchase, purchase.pieces)
  const before = [...purchase.pieces]
  for (const [line, count] of pieces.entries()) purchase.pieces[line] = count
  if (purchase.contact === null) return { ...NOTHING_UNDONE, value }
  const wallet = walletOf(state, purchase.contact)
  let spend = 0
  for (const each of purchase.spends) {
    const back = partOf(purchase, each.shares, pieces) - each.back
    each.back += back
    spend += back
    if (back > 0) giveBack(state, wallet, lotOf(wallet, each.lot), back)
  }
  let debt = 0
  const awards = new Map<string, number>()
  const isUsedUp = new Set<string>()
  for (const each of purchase.awards) {
    const wanted =
      each.keeps && !isAllBack(purchase, each.shares, pieces) ? 0 : partOf(purchase, each.shares, pieces)
    const amount = Math.max(wanted - each.taken, 0)
    const left = each.amount - each.taken
    each.taken += amount
    awards.set(each.offer, amount)
    if (amount > 0 && each.taken === each.amount) isUsedUp.add(each.offer)
    // A discount was used in the same moment: what it gave and what it took go back together.
    if (each.instant) spend += amount
    else if (amount > 0) {
      const lot = lotOf(wallet, `${purchase.reference}|${each.offer}`)
      debt += takeBack(wallet, lot, { amount, left })
    }
  }
  settle(state, wallet)
  for (const { of, offer, key, amount, uses, shares } of purchase.counted) {
    const usesBack = isUsedUp.has(offer) ? uses : 0
    if (of === 'LIMIT')
      count(state, key, { amount: amount === 0 ? 0 : -(awards.get(offer) ?? 0), uses: -usesBack })
    else if (isAllBack(purchase, shares, pieces) && !isAllBack(purchase, shares, before)) {
      count(state, key, { amount: -amount, uses: 0 })
    }
  }
  return { value, awards, award: sumOf(awards.values()), spend, debt }
}

function worthOf({ lines }: Purchase, pieces: readonly number[]): number {
  return sumOf(lines.map(({ cents, quantity }, line) => ofPieces(cents, quantity, pieces[line] ?? 0)))
}

function isWhole(purchase: Purchase, pieces: readonly number[]): boolean {
  return worthOf(purchase, pieces) === sumOf(purchase.lines.map(({ cents }) => cents))
}

/** A line is back with its last piece that cost anything. */
function isLineBack({ lines }: Purchase, line: number, pieces: readonly number[]): boolean {
  const { cents, quantity } = lines[line] ?? { cents: 0, quantity: 0 }
  return ofPieces(cents, quantity, pieces[line] ?? 0) === cents
}

/** Of an amount with a share for each line, what belongs to the pieces that are back. */
function partOf(purchase: Purchase, shares: readonly number[], pieces: readonly number[]): number {
  if (isWhole(purchase, pieces)) return sumOf(shares)
  return sumOf(
    shares.map((share, line) =>
      isLineBack(purchase, line, pieces)
        ? share
        : ofPieces(share, purchase.lines[line]?.quantity ?? 1, pieces[line] ?? 0),
    ),
  )
}

/** Whether all goods are back that the shares are of. */
function isAllBack(purchase: Purchase, shares: readonly number[], pieces: readonly number[]): boolean {
  if (isWhole(purchase, pieces)) return true
  const own = shares.flatMap((share, line) => (share > 0 ? [line] : []))
  return own.length > 0 && own.every((line) => isLineBack(purchase, line, pieces))
}

/** Puts money back into the lot that it left: it ends claims on the lot first. */
function giveBack({ now }: State, wallet: Wallet, lot: Lot, amount: number): void {
  let stays = amount
  for (const claim of wallet.claims.filter((each) => each.lot === lot.key)) {
    const ended = Math.min(stays, claim.standing)
    claim.standing -= ended
    stays -= ended
  }
  if (lot.expires <= now && stays > 0) {
    lot.expired += lot.remaining
    lot.remaining = 0
    lot.expires = now + GRACE_SECONDS
  }
  lot.remaining += stays
}

interface Taking {
  readonly amount: number
  /** What of the award had not been taken before. */
  readonly left: number
}

/** Takes an award from its lot, from what of it expired, what was spent of it, what it repaid, in this order. Answers what is owed. */
export function takeBack(wallet: Wallet, lot: Lot, { amount, left }: Taking): number {
  const spent = left - lot.remaining - lot.expired - lot.repaid
  const taken = Math.min(lot.remaining, amount)
  const expired = Math.min(lot.expired, amount - taken)
  const owed = Math.min(spent, amount - taken - expired)
  const undone = amount - taken - expired - owed
  lot.remaining -= taken
  lot.expired -= expired
  lot.repaid -= undone
  if (owed > 0) wallet.claims.push({ lot: lot.key, older: wallet.lots.map(({ key }) => key), standing: owed })
  return owed + undone
}

/** Each award repays the claims that are older than it, as far as its money is there: the oldest award first. */
function settle(state: State, wallet: Wallet): void {
  for (let moves = true; moves; ) {
    moves = false
    const open = wallet.claims.map(({ standing }) => standing)
    const wanted = wallet.lots
      .filter(({ isAward }) => isAward)
      .sort((a, b) => a.order - b.order)
      .map((lot) => {
        let left = lot.repaid + (lot.expires > state.now ? lot.remaining : 0)
        const has = left
        for (const [index, { older }] of wallet.claims.entries()) {
          if (older.includes(lot.key)) continue
          const part = Math.min(left, open[index] ?? 0)
          open[index] = (open[index] ?? 0) - part
          left -= part
        }
        return { lot, repays: has - left }
      })
    for (const { lot, repays } of wanted) {
      const more = repays - lot.repaid
      lot.repaid = repays
      moves ||= more !== 0
      if (more > 0) lot.remaining -= more
      if (more < 0) giveBack(state, wallet, lot, -more)
    }
  }
}
