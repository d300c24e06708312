import { describe, expect, test } from 'vitest'
import { stageOf, stepsFrom } from './order-steps.ts'

const accepted = { id: 'a', name: 'Accepted' }
const ready = { id: 'r', name: 'Ready' }
const STAGES = [accepted, ready]

describe('the steps of an order', () => {
  test.each`
    state            | stage         | stages    | steps
    ${'NEW'}         | ${null}       | ${STAGES} | ${'START_PROGRESS, COMPLETE'}
    ${'ON_HOLD'}     | ${null}       | ${STAGES} | ${'START_PROGRESS'}
    ${'IN_PROGRESS'} | ${null}       | ${STAGES} | ${'Ready, COMPLETE'}
    ${'IN_PROGRESS'} | ${accepted}   | ${STAGES} | ${'Ready, COMPLETE'}
    ${'IN_PROGRESS'} | ${ready}      | ${STAGES} | ${'COMPLETE'}
    ${'IN_PROGRESS'} | ${{ id: '' }} | ${STAGES} | ${'Ready, COMPLETE'}
    ${'IN_PROGRESS'} | ${null}       | ${[]}     | ${'COMPLETE'}
    ${'COMPLETED'}   | ${null}       | ${STAGES} | ${''}
  `('of one that is $state in $stage are $steps', ({ state, stage, stages, steps }) => {
    const named = stepsFrom({ state, stage }, stages).map((step) =>
      step.is === 'STAGE' ? step.stage.name : step.is,
    )
    expect(named.join(', ')).toBe(steps)
  })

  test('one that is worked on stands in its stage, in the first where that is gone, and in none before and after', () => {
    expect(stageOf({ state: 'IN_PROGRESS', stage: ready }, STAGES)).toBe(ready)
    expect(stageOf({ state: 'IN_PROGRESS', stage: { id: 'gone' } }, STAGES)).toBe(accepted)
    expect(stageOf({ state: 'COMPLETED', stage: ready }, STAGES)).toBeUndefined()
  })
})
