import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CENTS, CODES, FIXED_CODE, PEOPLE } from './known-values.ts'

const page = await readFile(new URL('../../../docs/test-mode.md', import.meta.url), 'utf8')

/** The rows of the table whose first column has this name, without the last cell, which says it in words. */
function rowsOf(first: string): readonly string[][] {
  const rows = page.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
  const start = rows.findIndex(([name]) => name === first)
  const end = rows.findIndex((cells, at) => at > start && cells.length === 0)
  return rows.slice(start + 2, end).map((cells) => cells.slice(0, -1))
}

test('the values that are shown are those that the page about TEST mode has', () => {
  expect(CODES.map(({ code, error }) => [code, `CRM.EXCEPTIONS.${error}`])).toEqual(rowsOf('One-time code'))
  expect(PEOPLE.map(({ as, email, phone, card = '' }) => [as, email, phone, card])).toEqual(
    rowsOf('Behaves as'),
  )
  expect(CENTS.map(({ cents, ends }) => [cents, ends])).toEqual(rowsOf('Cents'))
  expect(page).toContain(FIXED_CODE)
})
