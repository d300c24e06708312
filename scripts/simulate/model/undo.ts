import { sumOf } from './rules.ts'
import { ofPieces } from './shares.ts'
import {
  count,
  lotOf,
  type Pieces,
  type Purchase,
  type Spend,
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
    if (back > 0) giveBack(state, wallet, { spend: each, amount: back, isArriving: purchase.isArriving })
  }
  let debt = 0
  const awards = new Map<string, number>()
  const isUsedUp = new Set<string>()
  for (const each of purchase.awards) {
    const wanted =
      each.keeps && !isAllBack(purchase, each.shares, pieces) ? 0 : partOf(purchase, each.shares, pieces)
    const amount = Math.max(wanted - each.taken, 0)
    each.taken += amount
    awards.set(each.offer, amount)
    if (amount > 0 && each.taken === each.amount) isUsedUp.add(each.offer)
    // A discount was used in the same moment: what it gave and what it took go back together.
    if (each.instant) spend += amount
    else if (amount > 0) debt += takeBack(wallet, `${purchase.reference}|${each.offer}`, amount)
  }
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

/** Puts money that was spent back into its lot. */
function giveBack(
  { now }: State,
  wallet: Wallet,
  {
    spend,
    amount,
    isArriving,
  }: { readonly spend: Spend; readonly amount: number; readonly isArriving: boolean },
): void {
  const lot = lotOf(wallet, spend.lot)
  // What left the lot and comes back in one moment was there before, and repays nothing.
  const repaid = isArriving ? 0 : Math.min(amount, lot.owed, wallet.debt)
  lot.owed -= repaid
  wallet.debt -= repaid
  if (lot.expires <= now && repaid < amount) {
    lot.expired += lot.remaining
    lot.remaining = 0
    lot.expires = now + GRACE_SECONDS
  }
  lot.remaining += amount - repaid
}

/** Takes an award from its lot, then from what of it expired; the rest is owed. Answers what is owed. */
function takeBack(wallet: Wallet, key: string, amount: number): number {
  const lot = lotOf(wallet, key)
  const taken = Math.min(lot.remaining, amount)
  lot.remaining -= taken
  const expired = Math.min(lot.expired, amount - taken)
  lot.expired -= expired
  const owed = amount - taken - expired
  lot.owed += owed
  wallet.debt += owed
  return owed
}
