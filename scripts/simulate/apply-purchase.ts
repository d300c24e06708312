import { type Answer, type Buying, cents } from './commands.ts'
import { Differs, expectEqual, expectStatus } from './differs.ts'
import { awardsOf, countAll, grant } from './grant.ts'
import { judge, type Round } from './model/judge.ts'
import { type Bought, OPEN, type Rules, sumOf } from './model/rules.ts'
import { planSpend, type Taken } from './model/spend.ts'
import {
  isSpendable,
  type Purchase,
  type State,
  spendable,
  type Token,
  type Wallet,
  walletOf,
} from './model/state.ts'
import { undoAll, undoPieces } from './model/undo.ts'

interface Submitted {
  readonly command: Buying
  readonly answer: Answer
}

const ACCEPTED_BACK = 7 * 86_400

/** A purchase or a quote; for a quote the state is a copy. */
export function applyPurchase(state: State, rules: Rules, submitted: Submitted): void {
  const { command, answer } = submitted
  const known = state.purchases.get(command.reference)
  if (known) {
    const isSame = known.content === contentOf(command)
    expectStatus('status of a repeated purchase', answer, isSame ? 200 : 400)
    if (isSame && command.kind === 'PURCHASE')
      expectEqual('answer to a repeated purchase', answer.text, known.text)
    return
  }
  const { contact } = command
  if (state.now - command.date > ACCEPTED_BACK) {
    expectStatus('status of a purchase of long ago', answer, 400)
    return
  }
  if (contact === null) {
    unclaimed(state, submitted)
    return
  }
  const token = command.token === undefined ? undefined : state.tokens.get(command.token)
  if (command.token !== undefined && !mayUse(token, command, state.now)) {
    expectStatus('status of a purchase by a code that is over', answer, 400)
    return
  }
  const wallet = walletOf(state, contact)
  const asked = askedBy(command, token)
  const bought = { contact, venue: command.venue, lines: command.lines }
  const nothing = command.lines.map(() => 0)
  const discounts = judge(state, rules, bought, { instant: true, paid: nothing })
  const off = nothing.map((_, line) => sumOf(discounts.won.map(({ shares }) => shares[line] ?? 0)))
  const toPay = command.lines.map(({ cents: each }, line) => each - (off[line] ?? 0))
  const plan = spendPlan(wallet, rules, { command, toPay, most: asked?.most ?? 0 })
  const spent = sumOf(plan.map(({ amount }) => amount))
  if (asked && isRefused(asked, spent, spendable(wallet, state.now))) {
    expectStatus('status of a spend that cannot be', answer, 400)
    return
  }
  expectStatus('status of a purchase', answer, 200)
  const isVoid = command.kind === 'PURCHASE' && state.early.get(command.reference)?.isVoid === true
  expectEqual('state of a purchase', answer.body.state, isVoid ? 'CANCELLED' : 'POSTED')
  const made = isVoid
    ? // Its answer tells no awards, and all that it moved is moved back: lines and offers do not matter.
      pay(state, submitted, { plan, shares: plan.map(() => command.lines.map(() => 0)) })
    : earn(state, rules, { submitted, bought, discounts, plan, off, toPay })
  if (command.kind === 'PURCHASE') {
    state.purchases.set(command.reference, made)
    if (token) token.isUsed = true
    comeBack(state, made)
  }
  expectEqual('wallet after the purchase', cents(answer.body.wallet.total), spendable(wallet, state.now))
}

/** What had been kept for it is applied in the moment in which it arrives: returns, then a void. */
function comeBack(state: State, purchase: Purchase): void {
  const early = state.early.get(purchase.reference)
  if (!early) return
  state.early.delete(purchase.reference)
  for (const { reference, products } of early.returns) {
    if (undoPieces(state, purchase, products)) state.returns.set(reference, null)
  }
  if (early.isVoid) undoAll(state, purchase)
}

/** A code is good for one purchase while it lives, and for no other amount than its own. */
function mayUse(token: Token | undefined, { spend }: Buying, now: number): boolean {
  if (!token || token.isUsed || token.isReplaced || token.expires <= now) return false
  return !spend || token.amount === null || spend.amount === token.amount
}

interface Asked {
  readonly most: number
  /** Less than this may be refused. */
  readonly demanded: number
  readonly full: boolean
}

/** What the wallet is to pay: what the till asks for, or the code, which may leave it open. */
function askedBy({ spend }: Buying, token: Token | undefined): Asked | undefined {
  const amount = spend?.amount ?? token?.amount
  if (amount != null) return { most: amount, demanded: amount, full: spend?.full ?? false }
  return token && { most: Number.POSITIVE_INFINITY, demanded: 0, full: false }
}

function isRefused({ demanded, full }: Asked, spent: number, held: number): boolean {
  return full ? spent < demanded : spent === 0 && held < demanded
}

function unclaimed(state: State, { command, answer }: Submitted): void {
  expectStatus('status of an unclaimed purchase', answer, command.spend ? 400 : 200)
  if (command.spend) return
  expectEqual('award of an unclaimed purchase', answer.body.rewards.award, 0)
  if (command.kind === 'QUOTE') return
  const purchase: Purchase = { ...bare({ command, answer }), awards: [], spends: [], counted: [] }
  state.purchases.set(command.reference, purchase)
  comeBack(state, purchase)
}

function contentOf({ contact, token, venue, lines, spend, date }: Buying): string {
  return JSON.stringify([contact, token, venue, lines, spend, date])
}

function bare({ command, answer }: Submitted) {
  const { reference, contact, venue, date, lines } = command
  return {
    reference,
    contact,
    venue,
    date,
    lines,
    content: contentOf(command),
    pieces: lines.map(() => 0),
    isVoid: false,
    text: answer.text,
  }
}

interface ToPay {
  readonly command: Buying
  readonly toPay: readonly number[]
  readonly most: number
}

function spendPlan(wallet: Wallet, { pools }: Rules, { command, toPay, most }: ToPay): readonly Taken[] {
  if (most === 0) return []
  const pays = (code: string, line: number) => {
    const { skus } = pools.get(code) ?? {}
    return !skus || skus.includes(command.lines[line]?.sku ?? '')
  }
  const isHere = (code: string) => pools.get(code)?.venues?.includes(command.venue) ?? true
  const lots = wallet.lots.filter((lot) => isSpendable(lot, command.date) && isHere(lot.pool))
  return planSpend(lots, toPay, { pays, limit: Math.min(most, sumOf(toPay)) })
}

interface Payment {
  readonly plan: readonly Taken[]
  /** Of each part of the plan, what it paid of each line. */
  readonly shares: readonly (readonly number[])[]
}

/** Takes the money out of the lots. */
function pay(_: State, submitted: Submitted, { plan, shares }: Payment): Purchase {
  for (const { lot, amount } of plan) lot.remaining -= amount
  const spends = plan.map(({ lot, amount }, index) => ({
    lot: lot.key,
    amount,
    // Where lines do not matter the whole is on the first.
    shares: sumOf(shares[index] ?? []) === amount ? (shares[index] ?? []) : [amount],
    back: 0,
  }))
  return { ...bare(submitted), awards: [], spends, counted: [] }
}

interface Earning {
  readonly submitted: Submitted
  readonly bought: Bought
  readonly discounts: Round
  readonly plan: readonly Taken[]
  /** What discounts took off each line, and what was left to pay. */
  readonly off: readonly number[]
  readonly toPay: readonly number[]
}

/** Which lines a lot pays is for the product to choose: it is taken from the answer and checked to be allowed. */
function earn(state: State, rules: Rules, earning: Earning): Purchase {
  const { submitted, bought, discounts, plan, off, toPay } = earning
  const { command, answer } = submitted
  const shares = sharesOfPlan(rules, submitted, { plan, toPay })
  const byLots = command.lines.map((_, line) => sumOf(shares.map((each) => each[line] ?? 0)))
  const paid = off.map((each, line) => each + (byLots[line] ?? 0))
  const later = judge(state, rules, bought, { instant: false, paid })
  const given = [...discounts.won, ...later.won]
  expectEqual(
    'awards',
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    answer.body.awards.map(({ offer, amount }: any) => [offer.name, cents(amount)]).sort(byText),
    given.map(({ offer, amount }) => [offer.code, amount]).sort(byText),
  )
  expectEqual('what discounts take off each line', instantLines(submitted), off)
  const made = pay(state, submitted, { plan, shares })
  grant(state, rules, { submitted, given })
  const counted = countAll(state, given, [discounts, later])
  return { ...made, awards: awardsOf(given), counted }
}

interface ToShare {
  readonly plan: readonly Taken[]
  readonly toPay: readonly number[]
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of the API
const ofLots = ({ body }: Answer): any[] => body.spends.filter(({ method }: any) => method !== 'INSTANT')

function sharesOfPlan(rules: Rules, { command, answer }: Submitted, { plan, toPay }: ToShare) {
  const told = ofLots(answer)
  expectEqual(
    'what lots pay, in order',
    told.map(({ amount, commerce_pool }) => [cents(amount), commerce_pool?.name ?? OPEN]),
    plan.map(({ lot, amount }) => [amount, lot.pool]),
  )
  const shares = told.map(({ products, commerce_pool }) => {
    const { skus } = rules.pools.get(commerce_pool?.name ?? OPEN) ?? {}
    const own = command.lines.map(() => 0)
    for (const { line, amount } of products) {
      const isAllowed = !skus || skus.includes(command.lines[line - 1]?.sku ?? '')
      if (!isAllowed)
        throw new Differs(`money of ${commerce_pool?.name ?? OPEN} pays line ${line}, which it may not`)
      own[line - 1] = cents(amount)
    }
    return own
  })
  for (const [line, most] of toPay.entries()) {
    const paid = sumOf(shares.map((each) => each[line] ?? 0))
    if (paid > most) throw new Differs(`lots pay ${paid} cents of line ${line + 1}, which costs ${most}`)
  }
  return shares
}

/** What the discount took off each line, as the answer tells it. */
function instantLines({ command, answer }: Submitted): number[] {
  const off = command.lines.map(() => 0)
  if (answer.status !== 200) return off
  for (const { method, products } of answer.body.spends) {
    if (method !== 'INSTANT') continue
    for (const { line, amount } of products) off[line - 1] = (off[line - 1] ?? 0) + cents(amount)
  }
  return off
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}
