import { expect, test } from 'vitest'
import { reasonFor } from '../send/sending.ts'
import { readTable } from '../table/read-table.ts'
import { matchHeadings } from './fields.ts'
import { PRODUCT_FIELDS, productOf } from './product-fields.ts'
import { productsToFix } from './products-to-fix.ts'
import { readLine } from './read-rows.ts'

const rows = [
  {
    sku: 'A',
    name: 'Tea, green',
    family: { name: 'Drinks' },
    categories: [{ name: 'Hot' }, { name: 'New' }],
    price: { amount: 'two' },
    earns: false,
  },
  { sku: 'B', shelf: 4 },
]

test('rows that were refused come back as a file that reads as what was sent, with why in a column that is not read', () => {
  const written = productsToFix(
    rows.map((row, index) => ({
      index,
      sku: row.sku,
      row,
      message: `products[${index}].price.amount is "two"`,
    })),
    reasonFor,
  )
  const table = readTable(written)
  if ('problem' in table) throw new Error(table.problem)
  expect(table.headings).toEqual([
    ...['sku', 'name', 'family.name', 'categories', 'price.amount', 'earns', 'shelf', 'error'],
  ])
  expect(table.lines.map(({ cells }) => cells.at(-1))).toEqual(Array(2).fill('price.amount is "two"'))
  const how = {
    fields: PRODUCT_FIELDS,
    mapping: matchHeadings(PRODUCT_FIELDS, table.headings),
    reading: { decimalMark: '.' as const },
  }
  const sent = table.lines.map((line) => productOf(readLine(table, line, how).values ?? new Map()))
  expect(sent).toEqual([rows[0], { sku: 'B' }])
})

test('of a row that was not kept there is what is known of it', () => {
  const refused = { index: 4, sku: 'C', row: null, message: 'products[4].name is missing' }
  expect(productsToFix([refused], reasonFor)).toBe('\ufeffsku,error\r\nC,name is missing\r\n')
})
