import { expect, test } from 'vitest'
import { type Typing, typeTimes } from './use-times.ts'

function after(keys: readonly string[]): Typing | undefined {
  let digits: string | undefined
  let last: Typing | undefined
  for (const key of keys) {
    last = typeTimes(digits, key)
    digits = last?.is === 'TYPED' ? last.digits : undefined
  }
  return last
}

test.each`
  keys                            | does
  ${['*', '1', '2', 'Enter']}     | ${{ is: 'DONE', quantity: 12 }}
  ${['*', '1', '2', 'Backspace']} | ${{ is: 'TYPED', digits: '1' }}
  ${['*', 'Enter']}               | ${{ is: 'LEFT' }}
  ${['*', '5', '2', '0', '1']}    | ${{ is: 'LEFT' }}
  ${['*', 'Escape']}              | ${{ is: 'LEFT' }}
  ${['1', '2', 'Enter']}          | ${undefined}
`('$keys: $does', ({ keys, does }) => {
  expect(after(keys)).toEqual(does)
})
