/** Where an order stands. ON_HOLD: nobody works on it yet, such as until it is paid. */
export const ORDER_STATES = ['NEW', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'ON_HOLD'] as const
export type OrderState = (typeof ORDER_STATES)[number]

export const MOVES = ['START_PROGRESS', 'COMPLETE', 'CANCEL'] as const
export type Move = (typeof MOVES)[number]

/** Where a move leads; the state that it is in: nothing changes, as it led there before; undefined: it is refused. */
type Leads = Readonly<Record<Move, OrderState | undefined>>

const TRANSITIONS: Readonly<Record<OrderState, Leads>> = {
  NEW: { START_PROGRESS: 'IN_PROGRESS', COMPLETE: 'COMPLETED', CANCEL: 'CANCELLED' },
  IN_PROGRESS: { START_PROGRESS: 'IN_PROGRESS', COMPLETE: 'COMPLETED', CANCEL: 'CANCELLED' },
  ON_HOLD: { START_PROGRESS: 'IN_PROGRESS', COMPLETE: undefined, CANCEL: 'CANCELLED' },
  COMPLETED: { START_PROGRESS: undefined, COMPLETE: 'COMPLETED', CANCEL: undefined },
  CANCELLED: { START_PROGRESS: undefined, COMPLETE: undefined, CANCEL: 'CANCELLED' },
}

export function stateAfter(state: OrderState, move: Move): OrderState | undefined {
  return TRANSITIONS[state][move]
}

/** What may be done next, for whoever was refused. */
export function movesFrom(state: OrderState): readonly Move[] {
  return MOVES.filter((move) => {
    const next = TRANSITIONS[state][move]
    return next !== undefined && next !== state
  })
}

/** How an order comes to stand in a stage of a state: by the move of an action, by being held up or taken up again, or not at all. */
export type WayToStage = Move | 'HOLD' | 'STAY' | undefined

/**
 * Stages are the business's own names within states, so to put an order into a stage of another state is the action that leads there.
 * A cancellation has its reason and is always asked for as an action.
 */
export function wayToStage(state: OrderState, wanted: OrderState): WayToStage {
  if (state === wanted) return 'STAY'
  if (wanted === 'ON_HOLD') return state === 'NEW' || state === 'IN_PROGRESS' ? 'HOLD' : undefined
  if (wanted === 'IN_PROGRESS') return stateAfter(state, 'START_PROGRESS') ? 'START_PROGRESS' : undefined
  if (wanted === 'COMPLETED') return stateAfter(state, 'COMPLETE') ? 'COMPLETE' : undefined
  return undefined
}
