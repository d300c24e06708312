import { type CameBack, type Counted, isNothingBack } from '../engine/index.ts'
import type { Event, EventType } from '../events/index.ts'
import { Refusal } from '../kit/error.ts'
import { sum } from '../kit/money.ts'
import { type DebtBook, type Lot, owedOf, type Redeem } from '../ledger/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type CopiedLot, copyLots, hasMoved, spendableOf } from './copied-lots.ts'
import type { Writes } from './decide-purchase.ts'
import { decisionTime } from './decision-time.ts'
import type { EarlyUndo, SettledUndo } from './early-undo.store.ts'
import type { WalletFacts } from './facts.ts'
import { partOf } from './goods-return.ts'
import { allBack, planUndo, type UndoPlan } from './plan-undo.ts'
import type { PostedLine } from './posted-lines.ts'
import { judgedAt, type Purchase } from './purchase.ts'
import { cameBackAfter } from './read-return.ts'
import { goodsReturn, refuseOtherCurrency } from './return-goods.ts'
import type { NewReturn } from './returns.store.ts'
import { afterReturn } from './save-undone.ts'
import { showReturn } from './show-return.ts'
import { paidFrom, spendUse } from './spend-use.ts'
import { portionOf } from './take-back.ts'
import { nothingUnwound, type Unwound, unwind } from './unwind.ts'

/** What was kept for a purchase, applied in the moment in which it arrives. */
export interface UndoneAtOnce {
  readonly settled: readonly SettledUndo[]
  readonly returns: readonly NewReturn[]
  /** When it was voided, in the order of decisions. */
  readonly undone: bigint | undefined
  /** Lots as they are afterwards, beside those before. */
  readonly lots: readonly { readonly lot: Lot; readonly after: Lot }[]
}

interface Applying {
  readonly catalogue: Catalogue
  readonly at: Date
  /** What else of the wallet settling its debts may move: money that comes back may repay what others did. */
  readonly others: readonly Lot[]
}

interface State {
  readonly purchase: Purchase
  readonly lines: readonly PostedLine[]
  readonly movements: NonNullable<Writes['journal']>['movements']
  readonly debts: DebtBook
  readonly counted: readonly Counted[]
  readonly returns: readonly NewReturn[]
  readonly settled: readonly SettledUndo[]
  readonly undone: bigint | undefined
}

/**
 * The purchase as it is once what was kept for it is applied: it is judged and posted as if nothing were known, and undone in the same
 * transaction, so that the books are those of a void or return that came after.
 */
export function applyEarly(writes: Writes, early: readonly EarlyUndo[], applying: Applying): Writes {
  if (early.length === 0) return writes
  // A void undoes what returns left, whichever came first.
  const inOrder = [...early].sort((a, b) => Number(a.asked.kind === 'VOID') - Number(b.asked.kind === 'VOID'))
  return undoneAtOnce(writes, applying, (start, step) =>
    inOrder.reduce((state, undo) => applyOne(state, undo, step), start),
  )
}

/** The claimed purchase with the goods that had come back of it before: their awards are given and taken in one step. */
export function applyCameBack(writes: Writes, back: CameBack, applying: Applying): Writes {
  if (isNothingBack(back)) return writes
  return undoneAtOnce(writes, applying, (state, step) => {
    const taken = take(state, back, step)
    return moveOn(state, { ...taken, purchase: afterReturn(state.purchase, back, taken) })
  })
}

/** Lots are reckoned on copies. */
function undoneAtOnce(writes: Writes, applying: Applying, undo: (start: State, step: Step) => State): Writes {
  const copies = copyLots(writes, applying.others)
  const lots = new Map(copies.map(({ after }) => [after.id, after]))
  const before = spendableOf(lots, applying.at)
  const start: State = {
    purchase: writes.made.purchase,
    lines: linesOf(writes),
    movements: writes.journal?.movements ?? [],
    debts: writes.debts,
    counted: writes.counted,
    returns: [],
    settled: [],
    undone: undefined,
  }
  const redeems = writes.redeems.map((redeem) => ({ ...redeem }))
  const end = undo(start, { ...applying, lots, redeems, writes })
  const after = spendableOf(lots, applying.at)
  const wallet = writes.wallet && {
    open: writes.wallet.open + after.open - before.open,
    commerce: writes.wallet.commerce + after.commerce - before.commerce,
    debt: owedOf(end.debts),
  }
  return withUndone(writes, end, { wallet, copies, redeems })
}

function linesOf({ journal }: Writes): PostedLine[] {
  return (journal?.movements ?? []).map((movement, index) => ({
    line: (journal?.firstLine ?? 1) + index,
    kind: movement.kind,
    amount: movement.amount,
    takenBack: 0n,
    from: movement.from,
    to: movement.to,
    lot: movement.lot,
  }))
}

interface Step extends Applying {
  readonly lots: ReadonlyMap<string, Lot>
  readonly redeems: readonly Redeem[]
  readonly writes: Writes
}

function applyOne(state: State, undo: EarlyUndo, step: Step): State {
  const settled = (reason?: string): SettledUndo => ({
    tenant: undo.tenant,
    id: undo.id,
    state: reason === undefined ? 'APPLIED' : 'REFUSED',
    reason,
    purchase: state.purchase.id,
  })
  const { asked } = undo
  try {
    if (asked.kind === 'VOID') {
      const { plan, unwound } = take(state, allBack(state.purchase), step)
      const purchase: Purchase = { ...state.purchase, state: 'CANCELLED', cancelledAt: step.at }
      const next = moveOn(state, { plan, unwound, purchase })
      return { ...next, undone: decisionTime(), settled: [...state.settled, settled()] }
    }
    refuseOtherCurrency(asked.body, state.purchase.currency)
    const after = cameBackAfter(state.purchase, asked.body)
    const { plan, unwound } = take(state, after, step)
    const purchase = afterReturn(state.purchase, after, { plan, unwound })
    const next = moveOn(state, { plan, unwound, purchase })
    const goods = goodsReturn(state.purchase, asked.body, {
      work: step,
      part: partOf(purchase.id, plan, unwound),
    })
    const answer = showReturn({
      purchase: state.purchase,
      returned: purchase,
      goods,
      plan,
      spendHeld: 0n,
      wallet: undefined,
    })
    const made: NewReturn = {
      tenant: undo.tenant,
      goods,
      hash: Buffer.from(asked.hash, 'hex'),
      content: asked.body,
      answer,
      at: step.at,
    }
    return { ...next, returns: [...state.returns, made], settled: [...state.settled, settled()] }
  } catch (error) {
    // What cannot be returned is told where it is asked for, and does not keep the purchase from being taken.
    if (!(error instanceof Refusal)) throw error
    return { ...state, settled: [...state.settled, settled(error.message)] }
  }
}

interface Taken {
  readonly plan: UndoPlan
  readonly unwound: Unwound
}

function take(state: State, after: CameBack, { catalogue, at, lots, redeems, writes }: Step): Taken {
  const { purchase, lines, debts } = state
  const plan = planUndo({
    purchase,
    before: purchase.cameBack,
    after,
    offers: new Map([...catalogue.compiled].map(([id, { offer }]) => [String(id), offer])),
    explained: writes.made.explanation.awards,
    takenOf: (lot) =>
      sum(
        lines.filter((line) => line.kind === 'AWARD' && line.lot === lot).map(({ takenBack }) => takenBack),
      ),
  })
  if (purchase.wallet === undefined) return { plan, unwound: nothingUnwound(debts) }
  const unwound = unwind(
    {
      lines,
      lots,
      redeems,
      redeemsBack: plan.redeems,
      debts,
      owner: { tenant: purchase.tenant, id: purchase.wallet, currency: purchase.currency },
      business: catalogue.directory.business.id,
      at,
      graceDays: catalogue.directory.formerPlace(purchase.venue ?? purchase.merchant).settings.graceDays,
    },
    portionOf(plan, lines),
  )
  return { plan, unwound }
}

function moveOn(state: State, { plan, unwound, purchase }: Taken & { readonly purchase: Purchase }): State {
  const takenBy = (line: number) =>
    sum(unwound.movements.filter(({ reverses }) => reverses === line).map(({ amount }) => amount))
  return {
    ...state,
    purchase,
    lines: state.lines.map((line) => ({ ...line, takenBack: line.takenBack + takenBy(line.line) })),
    movements: [...state.movements, ...unwound.movements],
    debts: unwound.debts,
    counted: [
      ...state.counted,
      ...plan.counts.map(
        ({ ref, amount, uses }): Counted => ({
          of: 'LIMIT',
          offer: undefined,
          ref,
          amount: -amount,
          uses: -uses,
        }),
      ),
    ],
  }
}

interface Around {
  readonly wallet: WalletFacts | undefined
  readonly copies: readonly CopiedLot[]
  readonly redeems: readonly Redeem[]
}

function withUndone(writes: Writes, end: State, { wallet, copies, redeems }: Around): Writes {
  const isVoid = end.purchase.state === 'CANCELLED'
  const spend = isVoid ? 0n : end.purchase.spend - end.purchase.returnedSpend
  const payout = spend > 0n ? writes.payout : undefined
  const purchase: Purchase = {
    ...end.purchase,
    outcome: {
      ...end.purchase.outcome,
      payout,
      wallet: wallet && { open: wallet.open, commerce: wallet.commerce },
      ...(isVoid ? { undone: 'VOID' as const } : {}),
    },
  }
  const types: [EventType, string][] = [
    ...end.returns.map(({ goods }): [EventType, string] => ['purchase.returned', goods.id]),
    ...(isVoid ? [['purchase.cancelled', purchase.id] satisfies [EventType, string]] : []),
  ]
  const old = copies.filter(({ isNew, isSpent, lot, after }) => !isNew && (isSpent || hasMoved(lot, after)))
  return {
    ...writes,
    made: { ...writes.made, purchase },
    journal: writes.journal && { ...writes.journal, movements: end.movements },
    newLots: copies.filter(({ isNew }) => isNew).map(({ after }) => after),
    spent: old.map(({ lot, after }) => ({ lot, amount: lot.remaining - after.remaining })),
    redeemed: [],
    redeems,
    wallet,
    debts: end.debts,
    use: spendUse(purchase, paidBack(end)),
    counted: end.counted,
    events: [
      ...writes.events,
      ...types.map(
        ([type, entity]): Event => ({ tenant: purchase.tenant, type, entity, at: judgedAt(purchase) }),
      ),
    ],
    payout,
    undone: { settled: end.settled, returns: end.returns, undone: end.undone, lots: old },
  }
}

/** What of the spends, without discounts, came back in the same moment. */
function paidBack({ purchase, movements }: State): bigint {
  const { lots } = paidFrom(purchase)
  const back = movements.filter(
    ({ kind, lot }) => kind === 'SPEND_REVERSAL' && lot !== undefined && lots.has(lot),
  )
  return sum(back.map(({ amount }) => amount))
}
