import { type Answer, type Claiming, cents } from './commands.ts'
import { expectEqual, expectStatus } from './differs.ts'
import { awardsOf, countAll, grant } from './grant.ts'
import { judge } from './model/judge.ts'
import { type Rules, sumOf } from './model/rules.ts'
import type { Purchase, State } from './model/state.ts'
import { isOver, undoAgain } from './model/undo.ts'

const CLAIMED_WITHIN = 30 * 86_400

/** A claimed purchase is judged as of when it was bought; nothing goes off a price that is paid, and nothing is spent. */
export function applyClaim(state: State, rules: Rules, command: Claiming, answer: Answer): void {
  if (state.claims.has(command.key)) {
    expectStatus('status of a repeated claim', answer, 200)
    return
  }
  const purchase = state.purchases.get(command.reference)
  const isGood = purchase !== undefined && mayBeClaimed(purchase, state.now)
  expectStatus('status of a claim', answer, isGood ? 200 : 400)
  // A refusal is not kept: the same claim again is judged again.
  if (!isGood) return
  state.claims.add(command.key)
  const { contact } = command
  const { venue, lines, reference, date } = purchase
  const bought = { contact, venue, lines }
  const { won, visits } = judge(state, rules, bought, { instant: false, paid: lines.map(() => 0) })
  expectEqual(
    'awards of a claim',
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    answer.body.awards.map(({ offer, amount }: any) => `${offer.name} ${cents(amount)}`).sort(),
    won.map(({ offer, amount }) => `${offer.code} ${amount}`).sort(),
  )
  grant(state, rules, { submitted: { command: { reference, contact, date }, answer }, given: won })
  const counted = countAll(state, won, [{ won, visits }])
  const claimed: Purchase = { ...purchase, contact, awards: awardsOf(won), counted }
  state.purchases.set(reference, claimed)
  undoAgain(state, claimed)
  expectEqual(
    'what is left of the awards of a claim',
    cents(answer.body.award),
    sumOf(claimed.awards.map(({ amount, taken }) => amount - taken)),
  )
}

function mayBeClaimed(purchase: Purchase, now: number): boolean {
  return purchase.contact === null && !isOver(purchase) && purchase.date + CLAIMED_WITHIN >= now
}
