import { expect, test } from 'vitest'
import { settled, withGoal } from './families.ts'

const fivePercent = { kind: 'PERCENTAGE', rate: '5' } as const

test('an offer for something that is no purchase gives an amount, into the wallet', () => {
  const draft = { goal: 'SPEND', type: 'DISCOUNT', award: fivePercent, redeem_method: 'INSTANT' } as const
  expect(withGoal(draft, 'MEMBERSHIP')).toMatchObject({
    type: 'SIGNUP',
    award: { kind: 'FIXED' },
    redeem_method: 'DEFERRED',
    progress: null,
  })
})

test('an occasion brings along the condition that it cannot do without', () => {
  const draft = { goal: 'SPEND', type: 'DISCOUNT', award: fivePercent, conditions: [] } as const
  expect(withGoal(draft, 'MEMBERSHIP', 'GIFT').conditions).toMatchObject([{ kind: 'OCCASION' }])
  const reaching = withGoal(draft, 'MEMBERSHIP', 'REACH_TIER')
  expect(reaching).toMatchObject({ award: fivePercent, conditions: [{ kind: 'TIERS', reached: true }] })
})

test('visits are counted from the beginning, and a goal that is there stays', () => {
  const draft = { goal: 'SPEND', type: 'DISCOUNT', award: fivePercent } as const
  expect(withGoal(draft, 'VISITS').progress).toMatchObject({ of: 'VISITS', target: '5' })
  const progress = { of: 'VISITS', target: '9', per: 'CONTACT' } as const
  expect(withGoal({ ...draft, progress }, 'VISITS').progress).toMatchObject({ target: '9' })
})

test.each`
  goal        | kinds                    | type
  ${'SPEND'}  | ${[]}                    | ${'DISCOUNT'}
  ${'SPEND'}  | ${['TIMINGS']}           | ${'HAPPYHOUR'}
  ${'SPEND'}  | ${['TIMINGS', 'BUNDLE']} | ${'BUNDLE'}
  ${'VISITS'} | ${['BUNDLE']}            | ${'DISCOUNT'}
  ${'VISITS'} | ${['LOTTERY']}           | ${'LOTTERY'}
`('an offer of $goal with $kinds is a $type', ({ goal, kinds, type }) => {
  const before = { goal, type: 'DISCOUNT' as const, conditions: [] }
  const after = { ...before, conditions: kinds.map((kind: string) => ({ kind })) }
  expect(settled(before, after).type).toBe(type)
})
