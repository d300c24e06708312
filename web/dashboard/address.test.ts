import { expect, test } from 'vitest'
import { HERE, readAddress, viewOf, writeAddress } from './address.ts'

test.each`
  address                                                  | written
  ${viewOf('purchases')}                                   | ${'/dashboard/'}
  ${viewOf('ledger')}                                      | ${'/dashboard/?view=ledger'}
  ${viewOf('purchases', { page: 2, purchase: 'R-1/2' })}   | ${'/dashboard/?page=2&purchase=R-1%2F2'}
  ${viewOf('wallets', { contact: 'C-7', search: 'ΑΝΝΑ' })} | ${'/dashboard/?view=wallets&contact=C-7&search=%CE%91%CE%9D%CE%9D%CE%91'}
`('$written is written and read back', ({ address, written }) => {
  expect(writeAddress(address)).toBe(written)
  expect(readAddress(written.slice(HERE.length))).toMatchObject(address)
})

test.each(['?view=nowhere', '?page=-3', '?page=x', '?purchase='])('%s is read as the first page', (query) => {
  expect(writeAddress(readAddress(query))).toBe('/dashboard/')
})
