import { expect, test } from 'vitest'
import { filtered, viewOf } from '../address.ts'
import { isThere, readViews, withoutView, withView, writeViews } from './kept-views.ts'

const posted = viewOf('purchases', { page: 3, open: 'P-1', filters: { state: 'POSTED', receipt: 'Α-1' } })
const drafts = viewOf('offers', { tab: 'offers', filters: { state: 'DRAFT' } })

test('views are read back as they were kept, from their first page and with nothing opened', () => {
  const kept = withView(withView([], { name: 'Mine', to: posted }), { name: 'Δικά μου', to: drafts })
  const read = readViews(writeViews(kept))
  expect(read.map(({ name }) => name)).toEqual(['Mine', 'Δικά μου'])
  expect(read[0]?.to).toMatchObject({ view: 'purchases', page: 1, filters: posted.filters })
  expect(read[0]?.to.open).toBeUndefined()
  expect(read[1]?.to.tab).toBe('offers')
})

test('a name is one list on each page, and is forgotten there alone', () => {
  const kept = withView(withView([], { name: 'Mine', to: posted }), { name: 'Mine', to: drafts })
  const again = withView(kept, { name: 'Mine', to: filtered(posted, { state: 'CANCELLED' }) })
  expect(again.map(({ to }) => [to.view, to.filters.state])).toEqual([
    ['offers', 'DRAFT'],
    ['purchases', 'CANCELLED'],
  ])
  expect(withoutView(again, { name: 'Mine', to: drafts }).map(({ to }) => to.view)).toEqual(['purchases'])
})

test('one is there whatever page is shown and in whatever order it was narrowed', () => {
  const view = { name: 'Mine', to: viewOf('purchases', { filters: { receipt: 'Α-1', state: 'POSTED' } }) }
  expect(isThere(posted, view)).toBe(true)
  expect(isThere(filtered(posted, { receipt: '' }), view)).toBe(false)
})

test.each(['null', '{', '7', '[7,["",""],["x"],[1,"?"]]'])('%s keeps no view', (text) => {
  expect(readViews(text)).toEqual([])
})
