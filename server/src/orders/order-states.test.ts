import { describe, expect, test } from 'vitest'
import { MOVES, movesFrom, ORDER_STATES, stateAfter, wayToStage } from './order-states.ts'

describe('an action on an order', () => {
  // Wire facts 1.10; an action that led to the present state is repeated without effect, as decided for all of PUT.
  test.each`
    from             | START_PROGRESS   | COMPLETE       | CANCEL
    ${'NEW'}         | ${'IN_PROGRESS'} | ${'COMPLETED'} | ${'CANCELLED'}
    ${'IN_PROGRESS'} | ${'IN_PROGRESS'} | ${'COMPLETED'} | ${'CANCELLED'}
    ${'ON_HOLD'}     | ${'IN_PROGRESS'} | ${undefined}   | ${'CANCELLED'}
    ${'COMPLETED'}   | ${undefined}     | ${'COMPLETED'} | ${undefined}
    ${'CANCELLED'}   | ${undefined}     | ${undefined}   | ${'CANCELLED'}
  `('on a $from one leads to $START_PROGRESS, $COMPLETE, $CANCEL', ({ from, ...leads }) => {
    expect(Object.fromEntries(MOVES.map((move) => [move, stateAfter(from, move)]))).toEqual(leads)
  })

  test('that would change something is what a refusal offers', () => {
    expect(Object.fromEntries(ORDER_STATES.map((state) => [state, movesFrom(state)]))).toEqual({
      NEW: ['START_PROGRESS', 'COMPLETE', 'CANCEL'],
      IN_PROGRESS: ['COMPLETE', 'CANCEL'],
      ON_HOLD: ['START_PROGRESS', 'CANCEL'],
      COMPLETED: [],
      CANCELLED: [],
    })
  })
})

describe('a stage of a state', () => {
  test.each`
    from             | NEW          | IN_PROGRESS         | ON_HOLD      | COMPLETED     | CANCELLED
    ${'NEW'}         | ${'STAY'}    | ${'START_PROGRESS'} | ${'HOLD'}    | ${'COMPLETE'} | ${undefined}
    ${'IN_PROGRESS'} | ${undefined} | ${'STAY'}           | ${'HOLD'}    | ${'COMPLETE'} | ${undefined}
    ${'ON_HOLD'}     | ${undefined} | ${'START_PROGRESS'} | ${'STAY'}    | ${undefined}  | ${undefined}
    ${'COMPLETED'}   | ${undefined} | ${undefined}        | ${undefined} | ${'STAY'}     | ${undefined}
    ${'CANCELLED'}   | ${undefined} | ${undefined}        | ${undefined} | ${undefined}  | ${'STAY'}
  `('is reached from $from as its row says', ({ from, ...ways }) => {
    expect(Object.fromEntries(ORDER_STATES.map((state) => [state, wayToStage(from, state)]))).toEqual(ways)
  })
})
