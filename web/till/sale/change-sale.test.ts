import { expect, test } from 'vitest'
import { unknownMember } from '../member/member.ts'
import { type Change, changeSale } from './change-sale.ts'
import { NEW_SALE, NO_SPEND } from './sale.ts'

const coffee = { sku: 'COF', name: 'Coffee', price: 250 }
const bun = { sku: 'BUN', name: 'Bun', price: 120 }

function after(...changes: Change[]) {
  return changes.reduce(changeSale, NEW_SALE)
}

test('the line that was added last is the one that the quantity keys change', () => {
  const sale = after({ do: 'ADD', article: coffee }, { do: 'ADD', article: bun })
  expect(sale.selected).toBe('BUN at 120')
  expect(changeSale(sale, { do: 'QUANTITY', key: 'BUN at 120', quantity: 0 }).selected).toBe('COF at 250')
})

test('what one member wanted to spend is not spent by the next', () => {
  const sale = after(
    { do: 'MEMBER', member: unknownMember('A') },
    { do: 'SPEND', spend: { kind: 'REQUEST', amount: 300 } },
    { do: 'MEMBER', member: unknownMember('B') },
  )
  expect(sale.spend).toBe(NO_SPEND)
})
