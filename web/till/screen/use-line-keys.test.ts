import { expect, test } from 'vitest'
import { withArticle } from '../sale/basket.ts'
import { lineKey } from './use-line-keys.ts'

const basket = withArticle(withArticle([], { sku: 'COF', name: 'Coffee', price: 250 }, 2), {
  sku: 'BUN',
  name: 'Bun',
  price: 120,
})

test.each`
  key            | selected        | does
  ${'+'}         | ${'COF at 250'} | ${{ do: 'QUANTITY', key: 'COF at 250', quantity: 3 }}
  ${'-'}         | ${'COF at 250'} | ${{ do: 'QUANTITY', key: 'COF at 250', quantity: 1 }}
  ${'Delete'}    | ${'COF at 250'} | ${{ do: 'QUANTITY', key: 'COF at 250', quantity: 0 }}
  ${'ArrowDown'} | ${'COF at 250'} | ${{ do: 'SELECT', key: 'BUN at 120' }}
  ${'ArrowDown'} | ${'BUN at 120'} | ${undefined}
  ${'Home'}      | ${'BUN at 120'} | ${{ do: 'SELECT', key: 'COF at 250' }}
  ${'x'}         | ${'COF at 250'} | ${undefined}
  ${'+'}         | ${undefined}    | ${undefined}
`('$key on $selected does $does', ({ key, selected, does }) => {
  expect(lineKey({ basket, selected }, key)).toEqual(does)
})
