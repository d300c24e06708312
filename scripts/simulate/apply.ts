import { applyClaim } from './apply-claim.ts'
import { applyToken, applyTopup, applyTopupVoid, applyTransfer } from './apply-money.ts'
import { applyPurchase } from './apply-purchase.ts'
import { type Answer, type Command, cents, type Returning, type Voiding } from './commands.ts'
import { expectEqual, expectStatus } from './differs.ts'
import type { Rules } from './model/rules.ts'
import { copyOf, type Early, type State } from './model/state.ts'
import { NOTHING_UNDONE, undoAll, undoPieces } from './model/undo.ts'

/** Moves the model by one command and its answer; throws `Differs` where the answer is not what the rules say. */
export function apply(state: State, rules: Rules, command: Command, answer: Answer): void {
  switch (command.kind) {
    case 'PURCHASE':
      applyPurchase(state, rules, { command, answer })
      break
    case 'QUOTE':
      applyPurchase(copyOf(state), rules, { command, answer })
      break
    case 'VOID':
      applyVoid(state, command, answer)
      break
    case 'RETURN':
      applyReturn(state, command, answer)
      break
    case 'TOPUP':
      applyTopup(state, rules, command, answer)
      break
    case 'TOPUP_VOID':
      applyTopupVoid(state, command, answer)
      break
    case 'TRANSFER':
      applyTransfer(state, command, answer)
      break
    case 'TOKEN':
      applyToken(state, command, answer)
      break
    case 'CLAIM':
      applyClaim(state, rules, command, answer)
      break
  }
}

function earlyOf(state: State, purchase: string): Early {
  const early = state.early.get(purchase) ?? { returns: [], isVoid: false }
  state.early.set(purchase, early)
  return early
}

function applyVoid(state: State, { reference }: Voiding, answer: Answer): void {
  expectStatus('status of a void', answer, 200)
  const { body } = answer
  const known = state.purchases.get(reference)
  if (!known) {
    expectEqual('state of a void before its purchase', body.state, 'AWAITING_PURCHASE')
    earlyOf(state, reference).isVoid = true
    return
  }
  expectEqual('state of a void', body.state, 'CANCELLED')
  if (known.isVoid) return
  const { award, spend, debt } = undoAll(state, known)
  expectEqual(
    'what a void takes back, returns, and leaves owed',
    [cents(body.award_reversed), cents(body.spend_returned), cents(body.debt)],
    [award, spend, debt],
  )
}

function applyReturn(state: State, command: Returning, answer: Answer): void {
  const { reference, purchase, products } = command
  const earlier = state.returns.get(reference)
  if (earlier !== undefined) {
    expectStatus('status of a repeated return', answer, 200)
    if (earlier !== null) expectEqual('answer to a repeated return', answer.text, earlier)
    return
  }
  const known = state.purchases.get(purchase)
  if (!known) {
    expectStatus('status of a return before its purchase', answer, 200)
    expectEqual('state of a return before its purchase', answer.body.state, 'AWAITING_PURCHASE')
    const early = earlyOf(state, purchase)
    const isKept = early.returns.some((each) => each.reference === reference)
    if (!isKept) early.returns = [...early.returns, { reference, products }]
    return
  }
  const undone = undoPieces(state, known, products)
  expectStatus('status of a return', answer, undone ? 200 : 400)
  if (!undone) return
  state.returns.set(reference, answer.text)
  const { body } = answer
  const { value, award, spend, debt } = undone ?? NOTHING_UNDONE
  expectEqual(
    'value, awards, spends and debt of a return',
    [body.return_amount, body.amount, body.return_spent_amount, body.debt].map(cents),
    [value, award, spend, debt],
  )
  for (const { offer, amount } of body.awards) {
    expectEqual(`what a return takes of ${offer.name}`, cents(amount), undone.awards.get(offer.name) ?? 0)
  }
}
