import { expect, test } from 'vitest'
import { neighbour } from './neighbour.ts'

test.each`
  from   | key            | to
  ${'a'} | ${'ArrowDown'} | ${'b'}
  ${'c'} | ${'ArrowDown'} | ${undefined}
  ${'b'} | ${'ArrowUp'}   | ${'a'}
  ${'a'} | ${'ArrowUp'}   | ${undefined}
  ${'b'} | ${'Home'}      | ${'a'}
  ${'b'} | ${'End'}       | ${'c'}
  ${'b'} | ${'Enter'}     | ${undefined}
`('$key leads from $from to $to', ({ from, key, to }) => {
  expect(neighbour(['a', 'b', 'c'], from, key)).toBe(to)
})
