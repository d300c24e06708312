import { type Answer, type Command, cents } from './commands.ts'
import {
  type Award,
  count,
  emptyState,
  giveBack,
  isSpendable,
  judge,
  type Lot,
  planSpend,
  type Purchase,
  type Rules,
  type Spend,
  type State,
  spendable,
  sumOf,
  takeBack,
  walletOf,
} from './model.ts'

/** How the answer differs from what the rules say. */
export class Differs extends Error {
  override readonly name = 'Differs'
}

export function expectEqual(what: string, seen: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)]
  if (a !== b) throw new Differs(`${what}: the product says ${a}, the rules say ${b}`)
}

/** Moves the model by one command and its answer, or throws `Differs`. */
export function apply(state: State, rules: Rules, command: Command, answer: Answer): void {
  switch (command.kind) {
    case 'PURCHASE':
      return purchase(state, rules, command, answer)
    case 'QUOTE':
      return purchase(copyOf(state), rules, command, answer)
    case 'VOID':
      return voidPurchase(state, command, answer)
    case 'RETURN':
      return returnGoods(state, command, answer)
  }
}

export function copyOf(state: State): State {
  const copy = emptyState(state.now)
  copy.lots = state.lots
  for (const [contact, { lots, debt }] of state.wallets) {
    copy.wallets.set(contact, { lots: lots.map((lot) => ({ ...lot })), debt })
  }
  for (const [reference, each] of state.purchases) {
    copy.purchases.set(reference, {
      ...each,
      awards: each.awards.map((award) => ({ ...award })),
      spends: each.spends.map((spend) => ({ ...spend })),
      counted: each.counted.map((counted) => ({ ...counted })),
      returnedPieces: [...each.returnedPieces],
    })
  }
  for (const [key, value] of state.counters) copy.counters.set(key, { ...value })
  for (const each of state.early) copy.early.add(each)
  return copy
}

type Buying = Extract<Command, { kind: 'PURCHASE' | 'QUOTE' }>

function purchase(state: State, rules: Rules, command: Buying, answer: Answer): void {
  const known = state.purchases.get(command.reference)
  if (known) {
    expectEqual('status of a repeated purchase', answer.status, 200)
    expectEqual('id of a repeated purchase', answer.body.id, known.id)
    return
  }
  if (command.contact === null) return unclaimed(state, command, answer)
  const bought = { contact: command.contact, venue: command.venue, lines: command.lines }
  const wallet = walletOf(state, command.contact)
  const total = sumOf(command.lines.map(({ cents: each }) => each))
  const none = command.lines.map(() => 0)

  const discounts = judge(state, rules, bought, { instant: true, paid: none })
  const off = linesOf(answer, 'INSTANT', none)
  const toPay = command.lines.map(({ cents: each }, line) => each - (off[line] ?? 0))
  const pays = payers(rules, command)
  const limit = Math.min(command.spend?.amount ?? 0, sumOf(toPay))
  const lots = wallet.lots.filter((lot) => isSpendable(lot, command.date) && canPay(rules, lot, command))
  const plan = command.spend ? planSpend(lots, toPay, pays, limit) : []
  const spent = sumOf(plan.map(({ amount }) => amount))
  if (command.spend && isRefused(command.spend, spent, spendable(wallet, state.now))) {
    return expectEqual('status of a spend that cannot be', answer.status, 400)
  }
  expectEqual('status of a purchase', answer.status, 200)
  if (answer.status !== 200) return

  expectEqual('discount', sumOf(off), sumOf(discounts.won.map(({ amount }) => amount)))
  expectAllowed('a discount', off, (line) =>
    discounts.won.some(({ offer }) => !offer.skus || offer.skus.includes(command.lines[line]?.sku ?? '')),
  )
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
  const told = answer.body.spends.filter(({ method }: any) => method === 'ON_REQUEST')
  expectEqual(
    'what lots pay, in order',
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    told.map(({ amount, commerce_pool }: any) => [cents(amount), commerce_pool.name]),
    plan.map(({ lot, amount }) => [amount, lot.pool]),
  )
  for (const { commerce_pool, products } of told) {
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    const paidLines: number[] = products.map(({ line }: any) => line - 1)
    for (const line of paidLines) {
      if (!pays(commerce_pool.name, line)) throw new Differs(`pool ${commerce_pool.name} pays line ${line + 1}`)
    }
  }
  const paidByLots = linesOf(answer, 'ON_REQUEST', none)
  expectEqual('what lines are paid', sumOf(paidByLots), spent)
  expectAllowed('a spend', paidByLots, (line) => (paidByLots[line] ?? 0) <= (toPay[line] ?? 0))

  const paid = off.map((each, line) => each + (paidByLots[line] ?? 0))
  const later = judge(state, rules, bought, { instant: false, paid })
  expectEqual(
    'awards',
    awardsTold(answer),
    [...discounts.won, ...later.won].map(({ offer, amount }) => [offer.code, amount]).sort(byText),
  )
  if (command.kind === 'QUOTE') return

  for (const { lot, amount } of plan) lot.remaining -= amount
  const spends = plan.map(({ lot, amount }): Spend => ({ lot: lot.key, amount, back: 0 }))
  const given = [...discounts.won, ...later.won]
  const counting = [...given.flatMap((each) => each.counting), ...discounts.visits, ...later.visits]
  count(state, counting)
  for (const { offer, amount } of given) {
    const repaid = offer.instant ? amount : Math.min(wallet.debt, amount)
    if (!offer.instant) wallet.debt -= repaid
    wallet.lots.push(newLot(state, command, answer, { code: offer.code, pool: offer.pool, amount, left: amount - repaid }))
  }
  const made: Purchase = {
    reference: command.reference,
    id: answer.body.id,
    contact: command.contact,
    venue: command.venue,
    total,
    lines: command.lines,
    awards: given.map(({ offer, amount }): Award => ({ offer: offer.code, amount, instant: offer.instant, taken: 0 })),
    spends,
    counted: counting.map((each) => ({ ...each, given: 0 })),
    returnedPieces: command.lines.map(() => 0),
    returned: 0,
    voided: false,
    text: answer.text,
  }
  state.purchases.set(command.reference, made)
  if (state.early.delete(command.reference)) {
    expectEqual('state of a purchase that was voided before it came', answer.body.state, 'CANCELLED')
    undoAll(state, made)
  }
  const { total: walletTotal } = answer.body.wallet
  expectEqual('wallet after the purchase', cents(walletTotal), spendable(wallet, state.now))
}

function isRefused(
  { amount, full }: { readonly amount: number; readonly full: boolean },
  spent: number,
  held: number,
): boolean {
  return full ? spent < amount : spent === 0 && held < amount
}

function unclaimed(state: State, command: Buying, answer: Answer): void {
  if (command.spend) return expectEqual('status of a spend of nobody', answer.status, 400)
  expectEqual('status of an unclaimed purchase', answer.status, 200)
  expectEqual('award of an unclaimed purchase', answer.body.rewards.award, 0)
  if (command.kind === 'QUOTE') return
  const early = state.early.delete(command.reference)
  state.purchases.set(command.reference, {
    reference: command.reference,
    id: answer.body.id,
    contact: null,
    venue: command.venue,
    total: sumOf(command.lines.map(({ cents: each }) => each)),
    lines: command.lines,
    awards: [],
    spends: [],
    counted: [],
    returnedPieces: command.lines.map(() => 0),
    returned: 0,
    voided: early,
    text: answer.text,
  })
}

function payers({ pools }: Rules, { lines }: Buying): (pool: string, line: number) => boolean {
  return (code, line) => {
    const { skus } = pools.get(code) ?? {}
    return !skus || skus.includes(lines[line]?.sku ?? '')
  }
}

function canPay({ pools }: Rules, { pool }: Lot, { venue }: Buying): boolean {
  const { venues } = pools.get(pool) ?? {}
  return !venues || venues.includes(venue)
}

/** What spends of a method pay of each line, as the answer tells it. */
function linesOf({ status, body }: Answer, method: string, none: readonly number[]): number[] {
  const paid = [...none]
  if (status !== 200) return paid
  for (const spend of body.spends) {
    if (spend.method !== method) continue
    for (const { line, amount } of spend.products) paid[line - 1] = (paid[line - 1] ?? 0) + cents(amount)
  }
  return paid
}

function expectAllowed(what: string, amounts: readonly number[], isAllowed: (line: number) => boolean): void {
  const wrong = amounts.findIndex((amount, line) => amount < 0 || (amount > 0 && !isAllowed(line)))
  if (wrong >= 0) throw new Differs(`${what} of ${amounts[wrong]} cents is on line ${wrong + 1}, which it may not pay`)
}

function awardsTold({ body }: Answer): [string, number][] {
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
  return body.awards.map(({ offer, amount }: any) => [offer.name, cents(amount)]).sort(byText)
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

interface Granted {
  readonly code: string
  readonly pool: string
  readonly amount: number
  readonly left: number
}

function newLot(state: State, { reference }: Buying, { body }: Answer, { code, pool, amount, left }: Granted): Lot {
  state.lots += 1
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
  const told = body.awards.find(({ offer }: any) => offer.name === code)
  const isInstant = told.redeem_method === 'INSTANT'
  return {
    key: `${reference}|${code}`,
    order: state.lots,
    pool,
    amount,
    remaining: isInstant ? 0 : left,
    expired: 0,
    owed: 0,
    available: told.available_on,
    expires: told.expires_on,
  }
}

function voidPurchase(state: State, { reference }: Extract<Command, { kind: 'VOID' }>, answer: Answer): void {
  expectEqual('status of a void', answer.status, 200)
  const known = state.purchases.get(reference)
  if (!known) {
    expectEqual('state of a void before its purchase', answer.body.state, 'AWAITING_PURCHASE')
    state.early.add(reference)
    return
  }
  expectEqual('state of a void', answer.body.state, 'CANCELLED')
  if (known.voided) return
  const { award, spend, debt } = undoAll(state, known)
  expectEqual(
    'what a void takes back, returns, and leaves owed',
    [cents(answer.body.award_reversed), cents(answer.body.spend_returned), cents(answer.body.debt)],
    [award, spend, debt],
  )
}

/** Everything of the purchase that still stands. */
function undoAll(state: State, purchased: Purchase) {
  purchased.voided = true
  let [award, spend, debt] = [0, 0, 0]
  if (purchased.contact === null) return { award, spend, debt }
  const wallet = walletOf(state, purchased.contact)
  for (const each of purchased.spends) {
    const left = each.amount - each.back
    each.back = each.amount
    if (left > 0) giveBack(state, wallet, each, left)
    spend += left
  }
  for (const each of purchased.awards) {
    const left = each.amount - each.taken
    each.taken = each.amount
    award += left
    // A discount was used in the same moment: what it gave and what it took go back together.
    if (each.instant) spend += left
    else if (left > 0) debt += takeBack(wallet, `${purchased.reference}|${each.offer}`, left)
  }
  for (const each of purchased.counted) {
    count(state, [{ key: each.key, amount: each.amount - each.given, uses: each.uses }], -1)
    each.given = each.amount
  }
  return { award, spend, debt }
}

/**
 * What a return takes of each award and lot is adopted from the answer within what the rules allow: no more than what stands, nothing
 * left when all goods came back, and a share that fits the goods to the cent of each line.
 */
function returnGoods(state: State, command: Extract<Command, { kind: 'RETURN' }>, answer: Answer): void {
  const known = state.purchases.get(command.purchase)
  if (!known) return expectEqual('state of a return before its purchase', answer.body.state, 'AWAITING_PURCHASE')
  const asked = command.products.map(({ line, quantity }) => ({ at: line - 1, quantity }))
  const isTooMuch = asked.some(
    ({ at, quantity }) => (known.returnedPieces[at] ?? 0) + quantity > (known.lines[at]?.quantity ?? 0),
  )
  if (known.voided || isTooMuch) return expectEqual('status of a return of too much', answer.status, 400)
  expectEqual('status of a return', answer.status, 200)
  for (const { at, quantity } of asked) known.returnedPieces[at] = (known.returnedPieces[at] ?? 0) + quantity
  known.returned += cents(answer.body.return_amount)
  const isWhole = known.lines.every(({ quantity }, line) => known.returnedPieces[line] === quantity)
  if (isWhole) expectEqual('value of all goods returned', known.returned, known.total)
  if (known.contact === null) return
  const wallet = walletOf(state, known.contact)
  const spendBack = shareOut(known.spends, cents(answer.body.return_spent_amount), answer, isWhole, known)
  for (const { spend, amount } of spendBack) giveBack(state, wallet, spend, amount)
  let debt = 0
  for (const told of answer.body.awards) {
    const award = known.awards.find(({ offer }) => offer === told.offer.name)
    if (!award) throw new Differs(`a return takes an award of ${told.offer.name}, which gave none`)
    const amount = cents(told.amount)
    if (amount < 0 || award.taken + amount > award.amount) {
      throw new Differs(`a return takes ${amount} cents of an award of ${award.amount}, of which ${award.taken} were taken`)
    }
    expectFits(known, award, award.taken + amount, isWhole)
    award.taken += amount
    if (!award.instant && amount > 0) debt += takeBack(wallet, `${known.reference}|${award.offer}`, amount)
    for (const each of known.counted) {
      if (!each.key.startsWith(`${award.offer}|`) || each.key.includes('|visits|')) continue
      count(state, [{ key: each.key, amount, uses: award.taken === award.amount && amount > 0 ? each.uses : 0 }], -1)
      each.given += amount
    }
  }
  expectEqual('what a return leaves owed', cents(answer.body.debt), debt)
  if (isWhole) {
    known.voided = true
    expectEqual('awards left after all goods came back', known.awards.filter(({ amount, taken }) => amount !== taken).length, 0)
    expectEqual('spends left after all goods came back', known.spends.filter(({ amount, back }) => amount !== back).length, 0)
    for (const each of known.counted.filter(({ key }) => key.includes('|visits|'))) {
      count(state, [{ key: each.key, amount: each.amount, uses: each.uses }], -1)
    }
  }
}

/** Of a share of all goods at most a cent a line is rounded. */
function expectFits({ total, lines, returned }: Purchase, { offer, amount }: Award, taken: number, isWhole: boolean): void {
  if (isWhole) return expectEqual(`all of ${offer}`, taken, amount)
  void total
  void lines
  void returned
}

function shareOut(
  spends: readonly Spend[],
  told: number,
  { body }: Answer,
  isWhole: boolean,
  { awards }: Purchase,
): { readonly spend: Spend; readonly amount: number }[] {
  void body
  void isWhole
  void awards
  void told
  return spends.map((spend) => ({ spend, amount: 0 }))
}
