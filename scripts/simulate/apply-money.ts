import {
  type Answer,
  type Asking,
  cents,
  type Giving,
  type ToppingUp,
  type VoidingTopup,
} from './commands.ts'
import { expectEqual, expectStatus } from './differs.ts'
import { OPEN, type Rules, sumOf } from './model/rules.ts'
import { inOrderOfUse } from './model/spend.ts'
import { debtOf, isSpendable, type Lot, lotOf, type State, spendable, walletOf } from './model/state.ts'
import { takeBack } from './model/undo.ts'

const DAY = 86_400
const TOKEN_SECONDS = 300

/** Money from outside is one lot; the same code again is the same top-up. */
export function applyTopup(state: State, rules: Rules, command: ToppingUp, answer: Answer): void {
  const { reference, contact, amount, pool } = command
  expectStatus('status of a top-up', answer, 200)
  if (state.topups.has(reference)) return
  state.topups.set(reference, { contact, amount, isVoid: false })
  const days = rules.pools.get(pool ?? OPEN)?.validDays
  addLot(state, contact, {
    key: topupLot(reference),
    pool: pool ?? OPEN,
    remaining: amount,
    available: state.now,
    expires: days === undefined ? Number.POSITIVE_INFINITY : state.now + days * DAY,
  })
}

export function applyTopupVoid(state: State, { reference }: VoidingTopup, answer: Answer): void {
  expectStatus('status of the void of a top-up', answer, 200)
  const topup = state.topups.get(reference)
  if (!topup || topup.isVoid) return
  topup.isVoid = true
  const wallet = walletOf(state, topup.contact)
  const { amount } = topup
  const debt = takeBack(wallet, lotOf(wallet, topupLot(reference)), { amount, left: amount })
  expectEqual(
    'what the void of a top-up takes back and leaves owed',
    [answer.body.cancellation.taken_back, answer.body.cancellation.debt].map(cents),
    [amount - debt, debt],
  )
}

/** Each lot that gives becomes one of the other contact: same pool, same expiry. */
export function applyTransfer(state: State, command: Giving, answer: Answer): void {
  const { reference, contact, to, amount, pool } = command
  if (state.transfers.has(reference)) {
    expectStatus('status of a repeated transfer', answer, 201)
    return
  }
  const wallet = walletOf(state, contact)
  const own = inOrderOfUse(
    wallet.lots.filter((lot) => lot.pool === (pool ?? OPEN) && isSpendable(lot, state.now)),
  )
  const isCovered = amount <= sumOf(own.map(({ remaining }) => remaining)) - debtOf(wallet)
  expectStatus('status of a transfer', answer, isCovered ? 201 : 400)
  if (!isCovered) return
  state.transfers.add(reference)
  let left = amount
  let parts = 0
  for (const lot of own) {
    const part = Math.min(lot.remaining, left)
    if (part === 0) break
    lot.remaining -= part
    left -= part
    parts += 1
    const { pool: same, available, expires } = lot
    addLot(state, to, { key: `${reference}|${parts}`, pool: same, remaining: part, available, expires })
  }
}

/** A newer code replaces the one before; nobody is told one for more than they have. */
export function applyToken(state: State, { reference, contact, amount }: Asking, answer: Answer): void {
  const isCovered = amount === null || amount <= spendable(walletOf(state, contact), state.now)
  expectStatus('status of a one-time code', answer, isCovered ? 200 : 400)
  if (!isCovered) return
  for (const token of state.tokens.values()) if (token.contact === contact) token.isReplaced = true
  const expires = state.now + TOKEN_SECONDS
  state.tokens.set(reference, { contact, amount, expires, isUsed: false, isReplaced: false })
}

function topupLot(reference: string): string {
  return `${reference}|1`
}

type NewLot = Pick<Lot, 'key' | 'pool' | 'remaining' | 'available' | 'expires'>

function addLot(state: State, contact: string, lot: NewLot): void {
  state.lots += 1
  walletOf(state, contact).lots.push({ ...lot, order: state.lots, expired: 0, isAward: false, repaid: 0 })
}
