import { describe, expect, test } from 'vitest'
import type { Table } from '../table/table.ts'
import { CONTACT_FIELDS, contactOf } from './contact-fields.ts'
import { matchHeadings } from './fields.ts'
import { PRODUCT_FIELDS, productOf } from './product-fields.ts'
import { decimalMarkIn, readLine } from './read-rows.ts'
import { recalled, remembered } from './remembered.ts'

const tableOf = (headings: readonly string[], ...cells: (readonly string[])[]): Table => ({
  delimiter: ';',
  headings,
  lines: cells.map((each, index) => ({ number: index + 2, cells: each })),
})

describe('headings are matched', () => {
  test.each`
    headings                                           | mapping
    ${['sku', 'name', 'family.code', 'price.amount']}  | ${{ sku: 0, name: 1, 'family.code': 2, 'price.amount': 3 }}
    ${['SKU', 'Product name', 'PRICE (EUR)', 'VAT %']} | ${{ sku: 0, name: 1, 'price.amount': 2, tax_rate: 3 }}
    ${['ΚΩΔΙΚΟΣ', 'Περιγραφή', 'Λιανική', 'Φ.Π.Α.']}   | ${{ sku: 0, name: 1, 'price.amount': 2, tax_rate: 3 }}
    ${['Code', 'Barcode', 'Title', 'Description']}     | ${{ sku: 0, name: 2, description: 3 }}
    ${['error', 'Stock', '']}                          | ${{}}
  `('$headings of products', ({ headings, mapping }) => {
    expect(matchHeadings(PRODUCT_FIELDS, headings)).toEqual(mapping)
  })

  test('of contacts in Greek and English', () => {
    const headings = ['Όνομα', 'ΕΠΩΝΥΜΟ', 'Κινητό', 'E-mail', 'Card number', 'Γιορτή']
    expect(matchHeadings(CONTACT_FIELDS, headings)).toEqual({
      first_name: 0,
      last_name: 1,
      phone: 2,
      email: 3,
      loyalty_identifier: 4,
      name_day: 5,
    })
  })
})

describe('a line becomes a row', () => {
  const fields = PRODUCT_FIELDS
  const headings = ['sku', 'Name', 'Family', 'Family code', 'Price', 'VAT', 'Active', 'Categories', 'error']
  const mapping = matchHeadings(fields, headings)
  const line = ['A-1', 'Τσάι', 'Drinks', 'DRK', '1.299,50', '19', 'ναι', 'Hot|Green', 'was wrong']
  const table = tableOf(headings, line, ['A-2', '', '', '', 'x', '', '', '', ''], ['A-3', 'short'])
  const rows = table.lines.map((each) =>
    readLine(table, each, {
      fields,
      mapping,
      reading: { decimalMark: decimalMarkIn(table, fields, mapping) },
    }),
  )

  test('of products: groups, amounts and lists as they are sent; what is empty is left out', () => {
    expect(rows.map(({ values }) => values && productOf(values))).toEqual([
      {
        sku: 'A-1',
        name: 'Τσάι',
        family: { name: 'Drinks', code: 'DRK' },
        price: { amount: '1299.50' },
        tax_rate: '19',
        is_active: true,
        categories: [{ name: 'Hot' }, { name: 'Green' }],
      },
      { sku: 'A-2', price: { amount: 'x' } },
      undefined,
    ])
  })

  test('of contacts', () => {
    const people = tableOf(
      ['Name', 'Phone', 'Email', 'Card', 'Segments', 'DOB'],
      ['Anna', '35799123456 | 22 765432', 'a@example.eu', 'L-1', 'VIP', '31/5/1990'],
    )
    const chosen = { ...matchHeadings(CONTACT_FIELDS, people.headings), first_name: 0 }
    const [first] = people.lines
    const reading = { decimalMark: '.' } as const
    const read = first && readLine(people, first, { fields: CONTACT_FIELDS, mapping: chosen, reading })
    expect(read?.values && contactOf(read.values)).toEqual({
      first_name: 'Anna',
      phones: [{ number: '+35799123456' }, { number: '22 765432' }],
      emails: [{ email_address: 'a@example.eu' }],
      loyalty_identifiers: [{ identifier: 'L-1' }],
      segments: ['VIP'],
      birthday: '1990-05-31',
    })
  })
})

describe('what was chosen for a source', () => {
  const headings = ['Nr', 'Text']

  test('is known again by the headings, also in a file of rows to fix', () => {
    const kept = remembered(null, headings, { sku: 0, name: 1 })
    expect(recalled(kept, headings)).toEqual({ sku: 0, name: 1 })
    expect(recalled(kept, ['Nr', 'Text', 'error'])).toEqual({ sku: 0, name: 1 })
    expect(recalled(kept, ['Nr', 'Text', 'Price'])).toBeUndefined()
    expect(recalled(remembered(kept, headings, { sku: 1 }), headings)).toEqual({ sku: 1 })
  })

  test('is kept for the newest sources only, and what cannot be read is none', () => {
    const kept = Array.from({ length: 25 }).reduce<string | null>(
      (before, _, index) => remembered(before, [`H${index}`], { sku: 0 }),
      null,
    )
    expect(recalled(kept, ['H24'])).toEqual({ sku: 0 })
    expect(recalled(kept, ['H4'])).toBeUndefined()
    expect(recalled('{"a":', headings)).toBeUndefined()
    expect(recalled('[1,["x"]]', headings)).toBeUndefined()
  })
})
