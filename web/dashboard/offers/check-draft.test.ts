import { expect, test } from 'vitest'
import { problemsOf } from './check-draft.ts'

test.each`
  draft                                                                             | path
  ${{ award: { kind: 'PERCENTAGE', rate: 'a lot' } }}                               | ${'award.rate'}
  ${{ award: { kind: 'STEPS', steps: [{ from: '0', amount: '1', rate: '2' }] } }}   | ${'award.steps[0]'}
  ${{ conditions: [{ kind: 'AMOUNT' }] }}                                           | ${'conditions[0]'}
  ${{ conditions: [{ kind: 'AMOUNT', minimum: 'x' }] }}                             | ${'conditions[0].minimum'}
  ${{ conditions: [{ kind: 'PASS', pass_plans: [] }] }}                             | ${'conditions[0].pass_plans'}
  ${{ conditions: [{ kind: 'BUNDLE', items: [{ products: [], quantity: '1' }] }] }} | ${'conditions[0].items[0].products'}
  ${{ name: ' ' }}                                                                  | ${'name'}
`('$draft is found to be wrong at $path before it is sent', ({ draft, path }) => {
  expect(problemsOf(draft).map((each) => each.path)).toContain(path)
})

test('what the server takes has no problem', () => {
  expect(problemsOf({ name: 'A', award: { kind: 'FIXED', amount: '1.00' }, conditions: [] })).toEqual([])
})
