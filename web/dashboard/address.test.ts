import { expect, test } from 'vitest'
import { filtered, HERE, readAddress, viewOf, writeAddress } from './address.ts'
import { readViews, withView, writeViews } from './list/kept-views.ts'
import { scoped } from './use-address.ts'

test.each`
  address                                                              | written
  ${viewOf('home')}                                                    | ${'/dashboard/'}
  ${viewOf('ledger')}                                                  | ${'/dashboard/?view=ledger'}
  ${viewOf('purchases', { page: 2, open: 'R-1/2' })}                   | ${'/dashboard/?view=purchases&page=2&open=R-1%2F2'}
  ${viewOf('orders', { scope: 'V-1' })}                                | ${'/dashboard/?view=orders&scope=V-1'}
  ${viewOf('contacts', { id: 'C-7', tab: 'wallet' })}                  | ${'/dashboard/?view=contacts&id=C-7&tab=wallet'}
  ${viewOf('offers', { filters: { state: 'DRAFT', search: 'ΑΝΝΑ' } })} | ${'/dashboard/?view=offers&state=DRAFT&search=%CE%91%CE%9D%CE%9D%CE%91'}
`('$written is written and read back', ({ address, written }) => {
  expect(writeAddress(address)).toBe(written)
  expect(readAddress(written.slice(HERE.length))).toMatchObject(address)
})

test.each(['?view=nowhere', '?page=-3', '?page=x', '?open='])('%s is read as home', (query) => {
  expect(writeAddress(readAddress(query))).toBe('/dashboard/')
})

test('a filter begins the list again and is taken away by an empty one', () => {
  const list = viewOf('offers', { page: 3, open: 'O-1', filters: { state: 'DRAFT' } })
  expect(writeAddress(filtered(list, { goal: 'VISITS' }))).toBe(
    '/dashboard/?view=offers&state=DRAFT&goal=VISITS',
  )
  expect(writeAddress(filtered(list, { state: '' }))).toBe('/dashboard/?view=offers')
})

test('whoever is narrowed to a venue stays there on every way that does not say otherwise', () => {
  const here = readAddress('?view=purchases&scope=V-1')
  expect(scoped(viewOf('orders'), here).scope).toBe('V-1')
  expect(scoped(filtered(here, { state: 'POSTED' }), here).scope).toBe('V-1')
  expect(scoped({ ...here, scope: undefined }, here).scope).toBeUndefined()
  const [kept] = readViews(writeViews(withView([], { name: 'Mine', to: here })))
  expect(kept && scoped(kept.to, readAddress('?scope=V-2')).scope).toBe('V-2')
})
