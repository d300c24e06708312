import { expect, test } from 'vitest'
import { toldAs } from './first-names.ts'

test.each`
  name             | told
  ${'Ready'}       | ${'Έτοιμη'}
  ${'In the oven'} | ${'In the oven'}
  ${'constructor'} | ${'constructor'}
`('of what a business may begin with, $name is told as $told', ({ name, told }) => {
  expect(toldAs(name, { Ready: 'Έτοιμη' })).toBe(told)
})
