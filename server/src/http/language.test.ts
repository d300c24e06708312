import { expect, test } from 'vitest'
import { languageAsked } from './language.ts'

test.each`
  accepted                                 | asked
  ${undefined}                             | ${undefined}
  ${'*'}                                   | ${undefined}
  ${'de'}                                  | ${undefined}
  ${'el'}                                  | ${'el'}
  ${'EL-gr'}                               | ${'el'}
  ${'el-GR,el;q=0.9,en-US;q=0.8,en;q=0.7'} | ${'el'}
  ${'en;q=0.5, el;q=0.9'}                  | ${'el'}
  ${'de, el;q=0.4, *;q=0.1'}               | ${'el'}
  ${'el;q=0, en'}                          | ${'en'}
  ${'el;q=0'}                              | ${undefined}
  ${'xx-YY;q=banana'}                      | ${undefined}
  ${'electronic'}                          | ${undefined}
  ${','}                                   | ${undefined}
`('"$accepted" asks for $asked', ({ accepted, asked }) => {
  expect(languageAsked(accepted)).toBe(asked)
})
